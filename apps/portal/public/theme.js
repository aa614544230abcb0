// Before the first paint: theme, density and language as this device keeps them. A file of its own, so that no inline script is needed.
(function () {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('ketenregie.weergave') || '{}') || {};
  } catch (error) {
    kept = {};
  }
  const root = document.documentElement;
  if (kept.theme === 'light' || kept.theme === 'dark') root.dataset.theme = kept.theme;
  root.dataset.density = ['compact', 'gewoon', 'ruim'].indexOf(kept.density) < 0 ? 'gewoon' : kept.density;
  if (kept.language === 'nl' || kept.language === 'en') root.lang = kept.language;
})();
