import { words } from "../words.ts";
import type { Words } from "../words.ts";

/** Programs that run a command which an option, a word or their own input gives them (`exec-options.ts`, loaded for them alone). */
export const EXEC_NAMES: Words = words(
  `tar gtar bsdtar split gsplit rsync ssh scp sftp rg man sort zip socat nc ncat netcat tcpdump psql mysql mariadb sqlite3
  vim vi nvim view ex gvim ed red crontab journalctl systemctl ipython ipython3 aws`,
);
