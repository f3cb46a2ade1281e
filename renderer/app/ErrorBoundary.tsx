import { Component, useRef, useState, type ReactNode } from 'react';
import { chordText, desktop } from '../platform';
import { Button, Note } from '../ui';

interface State {
  readonly code: string | null;
}

/**
 * The top that catches defects of the page. Of the error only its class is kept: a message may quote what was
 * being drawn, and that could be somebody's name.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { code: null };

  static getDerivedStateFromError(error: unknown): State {
    return { code: error instanceof Error ? error.name : 'Unknown' };
  }

  override render(): ReactNode {
    if (this.state.code === null) return this.props.children;
    return (
      <StoppedPage
        code={`page ${this.state.code}`}
        onRetry={() => {
          this.setState({ code: null });
        }}
      />
    );
  }
}

function StoppedPage(props: { readonly code: string; readonly onRetry: () => void }) {
  const code = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('Copy details');
  return (
    <div role="alert">
      <h1>This page stopped</h1>
      <p>Everything saved is still saved, and your draft was kept. Open the page again to carry on.</p>
      <Note kind="plain">
        Details for whoever helps you: <code ref={code}>{props.code}</code>. They hold no names and no notes.
      </Note>
      <Button variant="primary" onPress={props.onRetry}>
        Open the page again
      </Button>{' '}
      <Button
        onPress={() => {
          // By way of main, which takes it from the clipboard again.
          void desktop['clipboard.write']({ text: props.code }).then((answer) => {
            if (answer.ok) {
              setSaid('Copied');
              return;
            }
            // Where that did not work, the person's own copy key still does.
            if (code.current !== null) getSelection()?.selectAllChildren(code.current);
            setSaid(`Selected. Press ${chordText('Ctrl C')}`);
          });
        }}
      >
        {said}
      </Button>
    </div>
  );
}
