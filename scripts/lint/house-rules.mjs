/** Two rules of the house that oxlint has none of its own for (`.oxlintrc.jsonc` says where they hold). */

const clock = {
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return;
      if (node.arguments.length > 0) return;
      context.report({ node, message: 'Take the clock as a parameter (renderer/platform/clock.ts).' });
    },
  }),
};

const enums = {
  create: (context) => ({
    TSEnumDeclaration(node) {
      context.report({ node, message: 'Use an `as const` object or a union.' });
    },
  }),
};

const plugin = { meta: { name: 'house' }, rules: { 'no-clock': clock, 'no-enum': enums } };

export default plugin;
