import { compareVersions, isWithin } from './version';

/*
 * When support of a language's versions ends or ended, oldest first; `-` while no day is set. Source: endoflife.date
 * (2026-08-22), for Java Eclipse Temurin's.
 */
const LIFECYCLES = new Map<string, readonly string[]>([
  [
    'go',
    [
      ...['1.10 2019-02-25', '1.11 2019-09-03', '1.12 2020-02-25', '1.13 2020-08-11', '1.14 2021-02-16'],
      ...['1.15 2021-08-16', '1.16 2022-03-15', '1.17 2022-08-02', '1.18 2023-02-01', '1.19 2023-09-06'],
      ...['1.20 2024-02-06', '1.21 2024-08-13', '1.22 2025-02-11', '1.23 2025-08-12', '1.24 2026-02-10'],
      ...['1.25 2026-08-19', '1.26 -', '1.27 -'],
    ],
  ],
  [
    'node',
    [
      ...[
        '10 2021-04-30',
        '11 2019-06-30',
        '12 2022-04-30',
        '13 2020-06-01',
        '14 2023-04-30',
        '15 2021-06-01',
      ],
      ...[
        '16 2023-09-11',
        '17 2022-06-01',
        '18 2025-04-30',
        '19 2023-06-01',
        '20 2026-04-30',
        '21 2024-06-01',
      ],
      ...['22 2027-04-30', '23 2025-06-01', '24 2028-04-30', '25 2026-06-01', '26 2029-04-30'],
    ],
  ],
  [
    'python',
    [
      ...['2.7 2020-01-01', '3.6 2021-12-23', '3.7 2023-06-27', '3.8 2024-10-07', '3.9 2025-10-31'],
      ...['3.10 2026-10-31', '3.11 2027-10-31', '3.12 2028-10-31', '3.13 2029-10-31', '3.14 2030-10-31'],
    ],
  ],
  [
    'ruby',
    [
      ...['2.6 2022-03-31', '2.7 2023-03-31', '3.0 2024-04-23', '3.1 2025-03-26', '3.2 2026-03-31'],
      ...['3.3 2027-03-31', '3.4 2028-03-31', '4.0 2029-03-31'],
    ],
  ],
  [
    'php',
    [
      ...['7.3 2021-12-06', '7.4 2022-11-28', '8.0 2023-11-26', '8.1 2025-12-31', '8.2 2026-12-31'],
      ...['8.3 2027-12-31', '8.4 2028-12-31', '8.5 2029-12-31'],
    ],
  ],
  [
    'dotnet',
    ['5 2022-05-10', '6 2024-11-12', '7 2024-05-14', '8 2026-11-10', '9 2026-11-10', '10 2028-11-14'],
  ],
  [
    'java',
    [
      ...[
        '8 2030-12-31',
        '11 2027-10-31',
        '16 2021-09-30',
        '17 2027-10-31',
        '18 2022-09-30',
        '19 2023-03-31',
      ],
      ...[
        '20 2023-09-19',
        '21 2029-12-31',
        '22 2024-09-17',
        '23 2025-03-18',
        '24 2025-09-16',
        '25 2031-09-30',
      ],
      '26 2026-09-15',
    ],
  ],
]);

export interface Lifecycle {
  /** ISO date; undefined when it is not known. */
  readonly endOfLife: string | undefined;
  /** Older than every version with a known date. */
  readonly longEnded: boolean;
}

/** When support of a language's version ends. A version too short to tell (`1`, `3`) has no end. */
export function lifecycleOf(language: string | undefined, version: string | undefined): Lifecycle {
  if (language === undefined || version === undefined) return { endOfLife: undefined, longEnded: false };
  const rows = (LIFECYCLES.get(language) ?? []).map((row) => row.split(' ') as [string, string]);
  const [, day] = rows.find(([line]) => isWithin(version, line)) ?? [];
  const [oldest] = rows[0] ?? [];
  const longEnded =
    oldest !== undefined && !isWithin(oldest, version) && compareVersions(version, oldest) < 0;
  return { endOfLife: day === '-' ? undefined : day, longEnded };
}
