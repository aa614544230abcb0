// What each package.json lists obeys the table of layers and features too: an edge nobody imports yet is refused as well.
import { whyNotImport } from '../projects/layers.mjs';
import { listProjects } from '../projects/list.mjs';

/** One line for each dependency that a project may not have. */
export function layerFaults(root) {
  const projects = listProjects(root);
  return projects.flatMap((project) =>
    project.workspaceDependencies.flatMap((name) => {
      const target = projects.find((other) => other.name === name);
      const reason = target ? whyNotImport(project, target) : 'no project has that name';
      return reason ? [`${project.name} lists ${name}: ${reason}`] : [];
    }),
  );
}
