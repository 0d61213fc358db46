// The web app gives up for good when one of its parts takes longer than seven seconds, as it may over a school's line or
// while the server is just starting. One more try usually finds everything at hand.

// So it is told to wait for a minute, as a person on a slow line would.
window.require?.config?.({ waitSeconds: 60 });

const reloaded = performance.getEntriesByType('navigation')[0]?.type === 'reload';

window.addEventListener('error', (event) => {
  if (event.error?.requireType === 'timeout' && !reloaded) {
    window.location.reload();
  }
});
