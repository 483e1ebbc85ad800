// The console works without this. It only keeps live updates from getting in somebody's way.
(() => {
  'use strict';

  const busy = list => list.querySelector('details[open]') !== null;

  // somebody is filling in a form: say that there is news, and leave the list as it is
  document.addEventListener('htmx:beforeSwap', event => {
    const list = event.detail.target;
    if (list && list.id === 'queue' && event.detail.requestConfig.path.startsWith('/queue/live') && busy(list)) {
      event.detail.shouldSwap = false;
      const changed = document.getElementById('queue-changed');
      if (changed) changed.hidden = false;
    }
  });

  // after an act, the focus goes to what came of it
  document.addEventListener('htmx:afterSettle', event => {
    if (event.detail.requestConfig && event.detail.requestConfig.verb === 'post') {
      const main = document.getElementById('main');
      const active = document.activeElement;
      if (main && (!active || active === document.body)) main.focus({preventScroll: true});
    }
  });

  // Escape closes the form that is open around the focus
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const open = event.target.closest && event.target.closest('details.completing[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  });

  // the filter applies at once where scripts run
  document.addEventListener('change', event => {
    if (event.target.id === 'kind') event.target.form.requestSubmit();
  });
})();
