import { words } from "../words.ts";
import type { Words } from "../words.ts";

/** Programs of the tables that are loaded only where one of them is named (`rare-wrappers.ts`). */
export const RARE_NAMES: Words = words(`
  singularity apptainer lxc incus lxc-attach pct multipass limactl lima colima minikube machinectl crictl nomad
  flatpak flatpak-spawn snap zellij wezterm xterm konsole alacritty urxvt foot xfce4-terminal st gnome-terminal
  ptyxis kgx dtach abduco heroku railway fly flyctl gcloud aws cf eb tsh ddev sshpass autossh plink pdsh clush
  ansible parallel-ssh adb guix concurrently conc start-server-and-test start-test server-test npm-run-all
  npm-run-all2 run-s run-p cross-env cross-env-shell env-cmd onchange wait-for-it wait-for-it.sh wait-for
  wait-for.sh wait4ports dockerize watchmedo watchfiles reflex modd cargo mutmut setpriv capsh tini tini-static
  docker-init dumb-init catatonit catchsegv heaptrack rr eatmydata fakeroot fakechroot proot chpst s6-setuidgid
  setuidgid softlimit cgexec trickle proxychains proxychains4 torsocks primusrun prime-run daemonize
  start-stop-daemon sg sem rush tsp nq pueue sbatch salloc hunter-trace fil-profile slipcover pyinstrument
`);
