// Stands here so that planted-faults.spec.mjs has a file with a program round it; the text it lints is its own.
export {};
