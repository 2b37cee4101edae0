import { figure, print, printTitle, quantile, stated } from '../measure';
import { withServer } from './documentTable';
import type { Compared } from './subjects';

const STARTS = 7;

/** Milliseconds from the start of a server's process to the diagnostics of a first document, in the median. */
export async function printStarts(subjects: readonly Compared[], lines: number): Promise<void> {
  const times = new Map(subjects.map((subject) => [subject, { waited: [] as number[], cpu: [] as number[] }]));
  // In turn, so that what else the machine does hits all alike.
  for (let i = 0; i < STARTS; i++) {
    for (const [subject, { waited, cpu }] of times) {
      await withServer(subject, subject.document(lines), async (server) => {
        waited.push(server.firstDiagnostics);
        cpu.push(server.cpu());
      });
    }
  }
  printTitle(`From the start of the process to first diagnostics, ${lines} lines`, ['waited', 'CPU']);
  const json = subjects.find(({ language }) => language === 'json');
  const median = (subject: Compared, what: 'waited' | 'cpu') => quantile(times.get(subject)?.[what] ?? [], 0.5);
  for (const subject of subjects) {
    const target = (name: string, what: 'waited' | 'cpu') => {
      const met = json !== undefined && median(subject, what) <= median(json, what);
      return stated({ wanted: `no more ${name} than JSON`, met });
    };
    const remark = subject === subjects[0] && json ? `${target('waiting', 'waited')}, ${target('CPU', 'cpu')}` : '';
    print(subject.name, [figure(median(subject, 'waited')), figure(median(subject, 'cpu'))], remark);
  }
}
