// A lint of the Dockerfile: what goes into an image for good, and as whom it runs.

/** Its instructions, with lines that go on joined and comments left out. */
export function instructionsOf(text) {
  const lines = text.replace(/\\\n/g, ' ').split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [word, ...rest] = line.split(/\s+/);
    return { word: word.toUpperCase(), rest: rest.join(' ') };
  });
}

const KNOWN = new Set(['FROM', 'ARG', 'ENV', 'WORKDIR', 'COPY', 'RUN', 'USER', 'EXPOSE', 'ENTRYPOINT', 'CMD']);

/** Its stages: what each begins from, and its lines. */
export function stagesOf(instructions) {
  const stages = [];
  for (const instruction of instructions) {
    if (instruction.word === 'FROM') stages.push({ from: instruction.rest, steps: [] });
    else stages.at(-1)?.steps.push(instruction);
  }
  return stages;
}

/** What is wrong with it, a line each. */
export function dockerfileFaults(text) {
  const instructions = instructionsOf(text);
  const faults = [];
  const say = (isFault, fault) => isFault && faults.push(fault);
  for (const { word, rest } of instructions) {
    say(!KNOWN.has(word), `${word} is not used here`);
    say(['ENV', 'ARG'].includes(word) && /(password|secret|token|_key|database_url)\s*=/i.test(rest), `${word} ${rest.split('=')[0]} would put a secret into the image`);
    say(word === 'RUN' && /\b(curl|wget)\b[^|]*\|\s*(ba)?sh\b/.test(rest), 'a script from the network is run unseen');
    say(word === 'RUN' && /npm (install|i)\b/.test(rest), 'npm install does not hold to the lockfile: npm ci does');
    say(['ENTRYPOINT', 'CMD'].includes(word) && !rest.startsWith('['), `${word} runs in a shell, which keeps signals from the process`);
    say(word === 'COPY' && /(^|\s)\.env\b/.test(rest), 'secrets are copied into the image');
  }
  const stages = stagesOf(instructions);
  const last = stages.at(-1);
  say(stages.length < 2, 'it builds and runs in one stage: tools and sources stay in the image');
  say(!instructions.some(({ word, rest }) => word === 'RUN' && /\bnpm ci\b/.test(rest)), 'it does not install by npm ci');
  say(!instructions.some(({ rest }) => /--omit=dev/.test(rest)), 'packages for development stay in the image');
  say(last !== undefined && !last.steps.some(({ word, rest }) => word === 'USER' && !/^(root|0)\b/.test(rest)), 'it runs as root');
  say(last !== undefined && last.steps.some(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from=')), 'the last stage copies from the checkout and not from the build');
  const base = instructions.find(({ word, rest }) => word === 'ARG' && rest.startsWith('NODE_IMAGE='))?.rest ?? '';
  say(!/node:\d+/.test(base), 'the version of Node is not named');
  return faults;
}

/** Which files an ignore file keeps out of the image; patterns as in .dockerignore, without exceptions. */
export function isIgnored(ignore, path) {
  const patterns = ignore.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const parts = path.split('/');
  return patterns.some((pattern) => {
    const wild = { '**/': '(?:.*/)?', '*': '[^/]*' };
    const expression = new RegExp(`^${pattern.replace(/\*\*\/|[.+^$()|[\]{}*]/g, (found) => wild[found] ?? `\\${found}`)}$`);
    return parts.some((_, index) => expression.test(parts.slice(0, index + 1).join('/')));
  });
}
