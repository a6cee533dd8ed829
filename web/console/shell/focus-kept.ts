import { useEffect } from 'react';

/** Where the focus may go when what had it is gone: a part made for it, else the part's heading. */
const HEADINGS = 'h1, h2, h3, h4';

/**
 * Keeps the focus where somebody works when what had it goes – a form once it is sent, the button of an act that has
 * been done. The browser would give it to the page as a whole, and the next Tab would begin at the menu. It goes to the
 * nearest part of the page that is still there.
 */
export function useFocusKept(): void {
  useEffect(() => {
    const content = document.getElementById('content');
    if (!content) return undefined;
    /** What has the focus and the parts it is in, the nearest first. */
    let path: readonly Element[] = [];
    const onFocus = ({ target }: FocusEvent) => {
      // A dialog gives the focus back to what opened it: that is what must still be there.
      if (target instanceof Element && !target.closest('dialog')) path = partsOf(target, content);
    };
    const onBlur = ({ target }: FocusEvent) => {
      // Gone because somebody pressed beside it, not because it went itself: then there is nothing to keep.
      setTimeout(() => {
        if (target === path[0] && path[0]?.isConnected && isLost()) path = [];
      });
    };
    const observer = new MutationObserver(() => {
      if (path.length === 0 || path[0]?.isConnected || !isLost()) return;
      const part = path.find((one) => one.isConnected);
      const next = part && (part.hasAttribute('tabindex') ? part : part.querySelector(HEADINGS));
      if (!(next instanceof HTMLElement)) return;
      if (!next.hasAttribute('tabindex')) next.tabIndex = -1;
      next.focus({ preventScroll: true });
    });
    content.addEventListener('focusin', onFocus);
    content.addEventListener('focusout', onBlur);
    // The attribute: a dialog that has just been closed.
    observer.observe(content, { childList: true, subtree: true, attributeFilter: ['open'] });
    return () => {
      content.removeEventListener('focusin', onFocus);
      content.removeEventListener('focusout', onBlur);
      observer.disconnect();
    };
  }, []);
}

const isLost = () => document.activeElement === document.body || document.activeElement === null;

function partsOf(element: Element, content: Element): Element[] {
  const parts: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) {
    parts.push(one);
    if (one === content) break;
  }
  return parts;
}
