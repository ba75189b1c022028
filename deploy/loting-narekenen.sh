#!/usr/bin/env bash
# Rekent een gepubliceerde loting na, met alleen coreutils en openssl (en bash zelf, zonder andere programma's).
#
#   deploy/loting-narekenen.sh BESTAND [LIJSTHASH]
#
# BESTAND is de uitkomst als CSV: GET /v1/tijdvakken/{tijdvak}/rangorde.csv
# LIJSTHASH is de hash die voor de loting is gepubliceerd en die u zelf hebt bewaard; zonder telt de hash in het bestand.
# Is er vaker geloot (na een uitspraak van een rechter, of om aanvragen van hetzelfde moment), dan staat elke lijst in het bestand; elk wordt nagerekend.
# Uitgangscode: 0 klopt, 1 klopt niet, 2 het bestand is niet te lezen.
set -euo pipefail
export LC_ALL=C

bestand=${1:-}
if [ -z "$bestand" ] || [ ! -r "$bestand" ]; then
  echo "Noem het bestand met de uitkomst, bijvoorbeeld: deploy/loting-narekenen.sh rangorde.csv" >&2
  exit 2
fi

onleesbaar() {
  echo "$1" >&2
  exit 2
}

sha256() {
  local uit
  uit=$(openssl dgst -sha256 -r)
  printf '%s' "${uit%% *}"
}

tijdvak='' lijsthash='' klopt=ja nummer=0
soort=() hash=() zaad=() bron=() uitspraak=() vervangen=()
lijsten=() rangen=() zaken=()
while IFS= read -r regel || [ -n "$regel" ]; do
  regel=${regel%$'\r'}
  case $regel in
    '# tijdvak;'*) tijdvak=${regel#*;} ;;
    '# lijsthash;'*) lijsthash=${regel#*;} ;;
    '# lijst;'*)
      nummer=$((nummer + 1))
      [ "${regel#*;}" = "$nummer" ] || onleesbaar "Lijst $nummer ontbreekt: $regel"
      soort[nummer]='' hash[nummer]='' zaad[nummer]='' bron[nummer]='' uitspraak[nummer]='' vervangen[nummer]=''
      ;;
    '# soort;'*) soort[nummer]=${regel#*;} ;;
    '# hash;'*) hash[nummer]=${regel#*;} ;;
    '# zaad;'*) zaad[nummer]=${regel#*;} ;;
    '# bron;'*) bron[nummer]=${regel#*;} ;;
    '# uitspraak;'*) uitspraak[nummer]=${regel#*;} ;;
    '# vervangen door lijst;'*) vervangen[nummer]=${regel#*;} ;;
    '#'* | 'lijst;'* | '') ;;
    *)
      [[ $regel =~ ^([0-9]+)\;([0-9]+)\;([A-Za-z0-9-]+)\;(ja|nee)$ ]] || onleesbaar "Deze regel hoort niet in een uitkomst: $regel"
      [ "${BASH_REMATCH[1]}" -ge 1 ] && [ "${BASH_REMATCH[1]}" -le "$nummer" ] || onleesbaar "Deze lijst is er niet: $regel"
      lijsten+=("${BASH_REMATCH[1]}")
      rangen+=("${BASH_REMATCH[2]}")
      zaken+=("${BASH_REMATCH[3]}")
      ;;
  esac
done < "$bestand"

if [ -z "$tijdvak" ] || [ "$nummer" -eq 0 ] || [ "${#zaken[@]}" -eq 0 ]; then
  onleesbaar "Dit bestand is geen uitkomst van een loting: het tijdvak, de lijst of de plaatsen ontbreken."
fi
echo "Tijdvak $tijdvak."
werkmap=$(mktemp -d)
trap 'rm -rf "$werkmap"' EXIT

reken_na() {
  local n=$1 i verschil='' gevonden verwacht zaak map
  local rang_hier=() zaak_hier=()
  for i in "${!zaken[@]}"; do
    if [ "${lijsten[$i]}" = "$n" ]; then
      rang_hier+=("${rangen[$i]}")
      zaak_hier+=("${zaken[$i]}")
    fi
  done
  echo
  echo "Lijst $n (${soort[$n]}): ${#zaak_hier[@]} aanvragen.${uitspraak[$n]:+ Opnieuw geloot na uitspraak ${uitspraak[$n]}.}"
  [ -z "${vervangen[$n]}" ] || echo "Deze lijst geldt niet meer: lijst ${vervangen[$n]} is ervoor in de plaats gekomen."
  if [ "${#zaak_hier[@]}" -eq 0 ]; then
    klopt=nee
    echo "De lijst klopt niet: er staan geen plaatsen van in het bestand."
    return
  fi

  # 1. De lijst: de gesorteerde zaaknummers, elk op een eigen regel. Wie meelootte, was voor de loting gepubliceerd.
  gevonden=$(printf '%s\n' "${zaak_hier[@]}" | sort | sha256)
  verwacht=${hash[$n]}
  [ "${soort[$n]}" = gelijken ] || verwacht=${eigen_hash:-$lijsthash}
  if [ "$gevonden" = "$verwacht" ] && [ "$gevonden" = "${hash[$n]}" ]; then
    echo "De lijst klopt: de hash van de zaaknummers is $gevonden."
  else
    klopt=nee
    echo "De lijst klopt niet: de hash van de zaaknummers is $gevonden, gepubliceerd is $verwacht."
  fi

  # 2. De volgorde: de zaaknummers, gesorteerd op de SHA-256 van "zaad:zaaknummer".
  if [ -z "${zaad[$n]}" ]; then
    echo "Er is niet geloot: alle aanvragen pasten onder het plafond. De volgorde is die van ontvangst."
    return
  fi
  echo "Het zaad is \"${zaad[$n]}\" (${bron[$n]:-bron onbekend})."
  map=$(mktemp -d "$werkmap/XXXXXX")
  # Een bestand per aanvraag: zo rekent openssl ze alle in een keer.
  for zaak in "${zaak_hier[@]}"; do
    printf '%s:%s' "${zaad[$n]}" "$zaak" > "$map/$zaak"
  done
  # Alleen aanvragen van hetzelfde moment beginnen achter een andere plaats.
  local vanaf=1
  [ "${soort[$n]}" != gelijken ] || vanaf=${rang_hier[0]}
  i=0
  while read -r _ zaak; do
    zaak=${zaak#*/}
    if [ "${rang_hier[$i]}" != "$((vanaf + i))" ] || [ "${zaak_hier[$i]}" != "$zaak" ]; then
      klopt=nee
      verschil=ja
      echo "De volgorde klopt niet: op plaats $((vanaf + i)) hoort $zaak, gepubliceerd is ${zaak_hier[$i]} op plaats ${rang_hier[$i]}."
      break
    fi
    i=$((i + 1))
  done < <(cd "$map" && openssl dgst -sha256 -r ./* | sort)
  if [ "$i" -eq "${#zaak_hier[@]}" ]; then
    echo "De volgorde klopt: elke plaats volgt uit het zaad en het zaaknummer."
  elif [ -z "$verschil" ]; then
    klopt=nee
    echo "De volgorde klopt niet: een zaaknummer komt meer dan een keer voor."
  fi
}

eigen_hash=${2:-}
for ((lijst = 1; lijst <= nummer; lijst++)); do
  reken_na "$lijst"
done

echo
if [ "$klopt" = ja ]; then
  echo "Uitslag: klopt."
else
  echo "Uitslag: klopt niet."
  exit 1
fi
