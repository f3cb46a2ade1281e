// A prime below 2^26, so that a product of two residues stays exact in a double.
const prime = 67_108_859;

function inverse(value: number): number {
  let [low, high, x, y] = [value, prime, 1, 0];
  while (low > 1) {
    const quotient = Math.floor(high / low);
    [low, high] = [high % low, low];
    [x, y] = [y - quotient * x, x];
  }
  return ((x % prime) + prime) % prime;
}

/**
 * Rank of a table of 0 and 1 (columns of `rows` entries each) by elimination modulo a prime. Floating point would
 * guess whether a small number is 0. Exact up to 19 rows or columns, whose determinants stay below the prime
 * (Hadamard's bound); beyond that it could only fall short, by a chance of about one in the prime.
 */
export function rankOf(columns: readonly (readonly number[])[], rows: number): number {
  const work = columns.map((column) => [...column]);
  let found = 0;
  for (let row = 0; row < rows && found < work.length; row += 1) {
    const pivot = work.findIndex((column, at) => at >= found && column[row] !== 0);
    if (pivot === -1) continue;
    [work[found], work[pivot]] = [work[pivot]!, work[found]!];
    const lead = work[found]!;
    const factor = inverse(lead[row]!);
    for (let at = found + 1; at < work.length; at += 1) {
      const column = work[at]!;
      if (column[row] === 0) continue;
      const times = (column[row]! * factor) % prime;
      for (let index = row; index < rows; index += 1) {
        column[index] = (((column[index]! - times * lead[index]!) % prime) + prime) % prime;
      }
    }
    found += 1;
  }
  return found;
}
