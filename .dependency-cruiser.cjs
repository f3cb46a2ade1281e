/** Who may import whom (architecture.md). Each zone names what it may take; anything else is an error. */
const npm = (...names) => names.map((name) => `node_modules/${name}/`).join('|');
const zone = (name, from, allowed, packages, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [allowed, packages].filter(Boolean).join('|'), dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      // virtual: is made by a plugin of the build (scripts/survey-bundle.ts); the code of HiGHS is an asset of vite's.
      to: { couldNotResolve: true, pathNot: '^virtual:|^highs/runtime\\?' },
    },
    {
      name: 'survey-file-stays-out-of-the-app',
      severity: 'error',
      comment:
        'What seals, and the QR code, are in the survey file alone; the app has the form and the builder.',
      from: { pathNot: '^renderer/survey/(main|hand-over)\\.ts$|^tests/' },
      to: { path: '^renderer/survey/(main|seal|hand-over|qr-code)\\.ts$' },
    },
    {
      name: 'survey-imports-little',
      severity: 'error',
      comment:
        'The form is also in a file of its own: plain elements, no React, nothing of the app but its colours.',
      from: { path: '^renderer/survey/' },
      to: {
        path: '^renderer/|node_modules/',
        pathNot: `^renderer/survey/|^renderer/ui/[a-z]+\\.css$|${npm('libsodium-wrappers', 'libsodium-wrappers-sumo', 'qr')}`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'survey-has-a-door',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/survey/' },
      to: { path: '^renderer/survey/', pathNot: '^renderer/survey/index\\.ts$' },
    },
    zone('shared-is-pure', '^shared/', '^shared/', npm('zod'), 'shared/ imports itself and zod only.'),
    {
      name: 'zod-has-one-door',
      severity: 'error',
      from: { pathNot: '^shared/kernel/zod\\.ts$' },
      to: { path: npm('zod') },
    },
    zone(
      'electron-zone',
      '^electron/',
      '^electron/|^shared/(kernel|ipc)/',
      '^electron$|^node:|^(fs|path|os|crypto|events|url|timers)(/|$)|node_modules/(electron|@cantoo/pdf-lib)/',
      'electron/ imports shared/kernel, shared/ipc, Node, electron and, in one file, what reads a PDF.',
    ),
    {
      name: 'pdf-has-one-door',
      severity: 'error',
      from: { pathNot: '^electron/services/anonymous-pdf\\.ts$|^tests/' },
      to: { path: npm('@cantoo/pdf-lib') },
    },
    {
      name: 'electron-values-only-at-the-root',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(main|preload)\\.ts$' },
      to: { path: '^electron$|node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    zone(
      'worker-zone',
      '^renderer/vault/worker/',
      '^renderer/vault/worker/|^shared/',
      npm('comlink', 'dexie', 'libsodium-wrappers', 'libsodium-wrappers-sumo'),
      'The vault worker imports itself, shared/ and its three libraries.',
    ),
    zone(
      'figures-worker-zone',
      '^renderer/figures/(figures-worker|protocol)\\.ts$',
      '^renderer/figures/protocol\\.ts$|^shared/(import/cells\\.ts$|kernel|people|records|statistics|workforce)',
      npm('comlink'),
      'The figures worker has arithmetic and the shapes of records: no vault, no page.',
    ),
    {
      name: 'figures-have-a-door',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/figures/' },
      to: { path: '^renderer/figures/', pathNot: '^renderer/figures/index\\.ts$' },
    },
    zone(
      'disclosure-worker-zone',
      '^renderer/disclosure/(disclosure-worker|disclosure-desk|library-code|protocol)\\.ts$',
      '^renderer/disclosure/(disclosure-desk|library-code|protocol)\\.ts$|^renderer/platform/linear-solver\\.ts$|^shared/(kernel|disclosure)/',
      `${npm('comlink', 'highs')}|^highs/runtime\\?`,
      'The disclosure worker has figures and the rules about them: no records, no vault, no page.',
    ),
    {
      name: 'disclosure-has-a-door',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/disclosure/' },
      to: { path: '^renderer/disclosure/', pathNot: '^renderer/disclosure/index\\.ts$' },
    },
    {
      name: 'highs-has-one-door',
      severity: 'error',
      comment:
        'Loaded in the disclosure worker, used through the one solver; scripts and tests load it themselves.',
      from: {
        pathNot: '^renderer/(disclosure/library-code|platform/linear-solver)\\.ts$|^(scripts|tests)/',
      },
      to: { path: npm('highs') },
    },
    zone(
      'rescue-zone',
      '^scripts/rescue(/|\\.ts$)',
      '^scripts/rescue/|^shared/|^renderer/vault/(passphrase|worker/(crypto/.*|kdf|key-slots))\\.ts$',
      '^node:|^(fs|path|os|crypto|process|tty)$',
      'The rescue tool imports its own files, shared/, the codecs and what opens a key slot: nothing that writes.',
    ),
    {
      name: 'dexie-has-one-door',
      severity: 'error',
      from: { pathNot: '^renderer/vault/worker/store/dexie\\.ts$|^tests/' },
      to: { path: npm('dexie') },
    },
    {
      name: 'libsodium-has-one-door',
      severity: 'error',
      comment: 'Two doors: the vault worker, and what seals a reply in the survey file.',
      from: { pathNot: '^renderer/vault/worker/crypto/sodium\\.ts$|^renderer/survey/seal\\.ts$|^tests/' },
      to: { path: npm('libsodium-wrappers', 'libsodium-wrappers-sumo') },
    },
    {
      name: 'zip-has-one-door',
      severity: 'error',
      comment: 'Two doors: what opens workbooks, and what packs a report’s files anew.',
      from: {
        pathNot:
          '^renderer/records/import/workbook-parts\\.ts$|^renderer/report-files/sealed-archive\\.ts$|^tests/',
      },
      to: { path: npm('@zip.js/zip.js') },
    },
    zone(
      'report-files-zone',
      '^renderer/report-files/',
      '^renderer/report-files/|^renderer/charts/index\\.ts$|^renderer/records/print-sheet\\.ts$|^shared/(charts|reports)/',
      npm('@zip.js/zip.js', 'docx', 'papaparse', 'react', 'react-dom', 'write-excel-file'),
      'Files are made from a PublishedReport: no vault, no record, no engine.',
    ),
    {
      name: 'report-files-have-a-door',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/report-files/' },
      to: { path: '^renderer/report-files/', pathNot: '^renderer/report-files/index\\.ts$' },
    },
    {
      name: 'office-writers-have-one-door',
      severity: 'error',
      comment: 'Each is in a chunk of its own, and what they write is packed anew.',
      from: { pathNot: '^renderer/report-files/(docx|xlsx)/|^tests/' },
      to: { path: npm('docx', 'write-excel-file') },
    },
    {
      name: 'xml-has-one-door',
      severity: 'error',
      from: { pathNot: '^renderer/records/import/xml-part\\.ts$|^tests/' },
      to: { path: npm('saxes') },
    },
    {
      name: 'recharts-has-one-door',
      severity: 'error',
      from: { pathNot: '^renderer/charts/' },
      to: { path: npm('recharts') },
    },
    {
      name: 'renderer-not-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/|node_modules/electron/|^node:' },
    },
    {
      name: 'redaction-has-a-door',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/redaction/' },
      to: { path: '^renderer/redaction/', pathNot: '^renderer/redaction/index\\.ts$' },
    },
    {
      name: 'worker-only-through-the-client',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/vault/' },
      to: { path: '^renderer/vault/worker/' },
    },
    {
      name: 'features-do-not-meet',
      severity: 'error',
      comment: 'A feature never imports another feature.',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'feature-has-a-door',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/features/' },
      to: { path: '^renderer/features/[^/]+/', pathNot: '^renderer/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^shared/', pathNot: '^shared/kernel/' },
    },
    {
      name: 'ui-stays-low',
      severity: 'error',
      from: { path: '^renderer/(ui|charts|records|redaction)/' },
      to: { path: '^renderer/features/' },
    },
    {
      name: 'identified-has-a-door',
      severity: 'error',
      comment: 'The words of purposes are beside it, for the activity log.',
      from: { path: '^renderer/', pathNot: '^renderer/identified/' },
      to: { path: '^renderer/identified/', pathNot: '^renderer/identified/(index|purposes)\\.ts$' },
    },
    {
      name: 'anonymised-never-reaches-identified',
      severity: 'error',
      comment:
        'What makes anonymised files comes by no way, however long, to the door for copies that name people, or to such copies.',
      from: {
        path: '^renderer/(report-files|disclosure|redaction|charts)/|^renderer/features/reports/|^shared/(reports|disclosure|bundle|charts)/',
      },
      to: {
        path: '^renderer/identified/|^shared/requests/(bundle|copy-document|copy-files|recorded-sheet)\\.ts$',
        reachable: true,
      },
    },
    {
      name: 'identified-takes-nothing-of-anonymised',
      severity: 'error',
      from: { path: '^renderer/identified/' },
      to: {
        path: '^renderer/(report-files|disclosure|redaction|charts|features)/|^shared/(reports|disclosure|bundle|charts)/',
      },
    },
    {
      name: 'product-not-tests',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(tests|scripts)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.graph.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|\\.tsbuild|tests/fixtures)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
};
