// Runs HiGHS, which blocks its thread until it is done, in a thread of its own. One question, one answer.
import { parentPort } from 'node:worker_threads';
import loadHighs from 'highs';

const highs = await loadHighs();

/** @param {{ program: string, seconds: number, nodes: number, gap: number }} question */
function answerTo({ program, seconds, nodes, gap }) {
  // One thread, one seed and a limit of nodes: the same question has the same answer while the time does not run out.
  const { Status, Columns } = highs.solve(program, {
    output_flag: false,
    parallel: 'off',
    random_seed: 1,
    time_limit: seconds,
    mip_max_nodes: nodes,
    mip_rel_gap: gap,
  });
  const values = Object.entries(Columns).flatMap(([name, { Primal }]) => (Primal ? [[name, Primal]] : []));
  return { status: Status, values };
}

parentPort?.on('message', (question) => parentPort?.postMessage(answerTo(question), []));
