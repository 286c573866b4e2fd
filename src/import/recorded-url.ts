/** Where a recorded request went. */
export interface RecordedUrl {
  /** Lower case, without port; placeholders (`<AWS_REGION>`) became one label, `placeholder`. */
  readonly host: string;
  /** Empty where the URL names none. */
  readonly port: string;
  /** Path and query as sent; the fragment never was. */
  readonly path: string;
  /** Name of the placeholder that stood for the host, or for scheme and host, lower case: `ollama_api_base`. */
  readonly placeholder: string | undefined;
}

/** Reads a recorded URL, which may hold what `URL` refuses: `https://runtime.<REGION>.example/…`. */
export function parseRecordedUrl(text: string): RecordedUrl | undefined {
  const [address = ""] = text.trim().split("#", 1);
  const whole = /^<([^<>/]+)>(?::[0-9]+)?(?=[/?]|$)(.*)$/s.exec(address);
  if (whole !== null) {
    return {
      host: "",
      port: "",
      path: rooted(whole[2] ?? ""),
      placeholder: (whole[1] ?? "").toLowerCase(),
    };
  }
  const match =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?@]*@)?(\[[^\]]*\]|[^/?:]*)(?::([0-9]*))?([/?].*)?$/is.exec(
      address,
    );
  const host = match?.[1];
  if (host === undefined || host === "") return undefined;
  const placeholder = nameOfPlaceholder(host);
  return {
    host: placeholder === undefined ? hostOf(host) : "",
    port: match?.[2] ?? "",
    path: rooted(match?.[3] ?? ""),
    placeholder,
  };
}

/** Of a host that is nothing but one placeholder: `<AZURE_ENDPOINT>`, `{{azure}}`. */
function nameOfPlaceholder(host: string): string | undefined {
  const match = /^(?:<([^<>]+)>|\{\{?([^{}]+)\}?\}|%3C([^<>%]+)%3E)$/i.exec(host);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.toLowerCase();
}

function hostOf(host: string): string {
  return host
    .replaceAll(/<[^<>]*>|\{\{?[^{}]*\}?\}|%3C.*?%3E/gi, "placeholder")
    .replace(/\.$/, "")
    .toLowerCase();
}

function rooted(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}
