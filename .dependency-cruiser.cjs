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
      // virtual: is made by a plugin of the build (scripts/survey-bundle.ts).
      to: { couldNotResolve: true, pathNot: '^virtual:' },
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
      '^electron$|^node:|^(fs|path|os|crypto|events|url|timers)(/|$)|node_modules/electron/',
      'electron/ imports shared/kernel, shared/ipc, Node and electron.',
    ),
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
      from: { pathNot: '^renderer/records/import/workbook-parts\\.ts$|^tests/' },
      to: { path: npm('@zip.js/zip.js') },
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
      from: { path: '^renderer/(ui|charts|records)/' },
      to: { path: '^renderer/features/' },
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
