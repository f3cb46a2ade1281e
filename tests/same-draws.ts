/**
 * In CI every property test draws the same cases for the same code, so that a red run speaks of the commit and not of
 * luck. On a developer's machine draws are new each time: there a rare counterexample is worth finding.
 */
import fc from 'fast-check';

if (process.env['CI'] !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_130 });
