// The only script of the portal's own: preferences, keys, focus, copying, and the reconnect dialog.

const year = 60 * 60 * 24 * 365;

function setCookie(name, value) {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}

function timeZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
}

function systemPrefersDark() {
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

/** What the browser wishes; the cookies let the server draw the next page right at once. */
export function preferences() {
  const theme = document.documentElement.dataset.theme;
  const isDark = theme ? theme === "dark" : systemPrefersDark();
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  setCookie("portal-zone", timeZone());
  setCookie("portal-drawn", isDark ? "dark" : "light");
  return { timeZone: timeZone(), isDark };
}

export function setTheme(isDark) {
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  setCookie("portal-theme", isDark ? "dark" : "light");
}

/** True when the text is in the clipboard. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // no permission, or not a secure origin
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

export function focus(selector) {
  document.querySelector(selector)?.focus();
}

const jumps = { o: "/", c: "/clusters", f: "/findings", a: "/audits", v: "/coverage" };
let waitingForJump = false;

function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector(".mud-dialog")) {
    waitingForJump = false;
    return;
  }

  if (waitingForJump) {
    waitingForJump = false;
    const target = jumps[event.key];
    if (target) {
      event.preventDefault();
      window.Blazor?.navigateTo(target);
    }
    return;
  }

  if (event.key === "g") {
    waitingForJump = true;
    setTimeout(() => { waitingForJump = false; }, 1500);
  } else if (event.key === "/") {
    const search = document.querySelector("[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  } else if (event.key === "?") {
    document.querySelector("[data-help]")?.click();
  }
}

async function onReconnectClick(event) {
  const action = event.target instanceof Element ? event.target.closest("[data-reconnect]") : null;
  if (!action) {
    return;
  }

  if (action.getAttribute("data-reconnect") === "retry" && await window.Blazor?.reconnect()) {
    return;
  }
  location.reload();
}

// the module can be asked for twice: by the page and by a component
if (!window.portalKeysBound) {
  window.portalKeysBound = true;
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onReconnectClick);
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      document.querySelector(".scrim.open")?.click();
    }
  });
}
