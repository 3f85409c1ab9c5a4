/**
 * Each module of D3 comes as one file, in which the result of a call, such as each family of curves or interpolation of
 * colors, stays in a bundle though nobody uses it: a bundler cannot know that the call does nothing else. It is told so.
 *
 * @type {import('vite').Plugin}
 */
export const pureD3 = {
  name: 'pure-d3',
  transform: {
    filter: { id: /\/node_modules\/d3-[a-z]+\/dist\// },
    handler: (code) =>
      code.replace(/^((?:var|const|let) \w+ = )(?=\(function |\w+\()/gm, '$1/* @__PURE__ */ '),
  },
};
