# Sourced by tests/run. Runs its parts, times them, counts what passed and failed; their output goes to TestResults.
geslaagd=0
mislukt=0
lopend=
samen=

# meld OUTCOME SECONDS TEXT
meld() { printf '%-4s %4d s  %s\n' "$1" "$2" "$3"; }

# Shows the end of a log under a failure.
toon() {
  tail -n 12 "$1" | cut -c1-300 | sed 's/^/             /'
  echo "             all of it: TestResults/${1##*/}"
}

# reden NAME LOG: keeps the first lines that say why it failed, for the end of the whole.
reden() {
  grep -m 3 -hE -A1 '\[FAIL\]|^ *FOUT |^error|^stopped:|rror [A-Z]+[0-9]+:|^result: .*missed' "$2" | grep -v '^--' | cut -c1-220 | sed "s/^ */$1: /" >>"$resultaten/redenen.txt"
}

# met_grens SECONDS LOG COMMAND…: ends it when it takes too long, and with it all that it started and left: setsid gives it a session of
# its own, numbered by its process id.
met_grens() {
  local grens=$1 log=$2 code=0
  shift 2
  setsid timeout --kill-after=10 "$grens" "$@" >"$log" 2>&1 </dev/null &
  lopend=$!
  wait "$lopend" || code=$?
  [ "$code" != 124 ] || echo "stopped: not ready after $grens s" >>"$log"
  pkill -KILL -s "$lopend"
  lopend=
  return "$code"
}

# controle NAME COMMAND…: counts as one that passed or failed, by its exit code. Its printed result lines (result: …) are shown.
controle() {
  local naam=$1 log="$resultaten/$1.log" begin=$SECONDS
  shift
  if met_grens 1800 "$log" "$@"; then
    geslaagd=$((geslaagd + 1))
    meld ok $((SECONDS - begin)) "$naam"
    sed -n 's/^result: /             /p' "$log"
  else
    mislukt=$((mislukt + 1))
    meld FAIL $((SECONDS - begin)) "$naam"
    reden "$naam" "$log"
    toon "$log"
    return 1
  fi
}

# testproject DIR: runs its xunit executable; a skipped test counts as failed, and so does a project that ran nothing or did not finish.
testproject() {
  local naam=${1##*/} log totaal fout begin=$SECONDS code=0
  local programma="$1/bin/Debug/net10.0/$naam"
  log="$resultaten/$naam.log"
  met_grens 1800 "$log" "$programma" -noLogo -noColor -failSkips -longRunning 60 -result-xml "$resultaten/$naam.xml" || code=$?
  # Total: 27, Errors: 0, Failed: 5, Skipped: 0, Not Run: 0
  read -r totaal fout < <(sed -nE 's/.* Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+),.*/\1 \2 \3 \4 \5/p' "$log" |
    tail -1 | { read -r t e f s n && echo "$((t - n)) $((e + f + s))"; })
  if [ "${totaal:-0}" = 0 ]; then
    echo "no test ran to the end (exit code $code)" >>"$log"
    totaal=1 fout=1
  elif [ "$code" != 0 ] && [ "$fout" = 0 ]; then
    echo "exit code $code after the last test" >>"$log"
    totaal=$((totaal + 1)) fout=1
  fi
  [ "$fout" -le "$totaal" ] || totaal=$fout
  geslaagd=$((geslaagd + totaal - fout))
  mislukt=$((mislukt + fout))
  if [ "$fout" = 0 ]; then
    meld ok $((SECONDS - begin)) "$naam: $totaal passed"
  else
    meld FAIL $((SECONDS - begin)) "$naam: $((totaal - fout)) passed, $fout failed"
    reden "$naam" "$log"
    if grep -q '\[FAIL\]' "$log"; then
      grep -A1 '\[FAIL\]' "$log" | grep -v '^--' | head -20 | cut -c1-200 | sed 's/^/         /'
      echo "             all of it: TestResults/$naam.log"
    else
      toon "$log"
    fi
  fi
}

# testprojecten DIR…: two at a time, because most wait half their time for what they start; the lines of each as it ends.
testprojecten() {
  local project gelukt gezakt
  export resultaten
  printf '%s\0' "$@" | xargs -0 -n 1 -P 2 tests/omgeving/testproject.sh &
  samen=$!
  wait "$samen"
  samen=
  for project in "$@"; do
    # Who was ended from outside told nothing.
    read -r gelukt gezakt 2>/dev/null <"$resultaten/${project##*/}.telling" || gelukt=0 gezakt=1
    geslaagd=$((geslaagd + gelukt))
    mislukt=$((mislukt + gezakt))
  done
  rm -f "$resultaten"/*.telling
}

# Prints why something failed and the line that tells all, and gives the exit code: 1 when something failed or nothing ran.
slot() {
  [ ! -s "$resultaten/redenen.txt" ] || cat "$resultaten/redenen.txt"
  echo "$geslaagd passed, $mislukt failed"
  [ "$mislukt" = 0 ] && [ "$geslaagd" != 0 ]
}
