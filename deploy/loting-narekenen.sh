#!/usr/bin/env bash
# Rekent een gepubliceerde loting na, met alleen coreutils en openssl (en bash zelf, zonder andere programma's).
#
#   deploy/loting-narekenen.sh BESTAND [LIJSTHASH]
#
# BESTAND is de uitkomst als CSV: GET /v1/tijdvakken/{tijdvak}/rangorde.csv
# LIJSTHASH is de hash die voor de loting is gepubliceerd en die u zelf heeft bewaard; zonder telt de hash in het bestand.
# Uitgangscode: 0 klopt, 1 klopt niet, 2 het bestand is niet te lezen.
set -euo pipefail
export LC_ALL=C

bestand=${1:-}
if [ -z "$bestand" ] || [ ! -r "$bestand" ]; then
  echo "Noem het bestand met de uitkomst, bijvoorbeeld: deploy/loting-narekenen.sh rangorde.csv" >&2
  exit 2
fi

sha256() {
  local uit
  uit=$(openssl dgst -sha256 -r)
  printf '%s' "${uit%% *}"
}

tijdvak='' lijsthash='' zaad='' bron='' klopt=ja verschil=''
rangen=() zaken=()
while IFS= read -r regel || [ -n "$regel" ]; do
  regel=${regel%$'\r'}
  case $regel in
    '# tijdvak;'*) tijdvak=${regel#*;} ;;
    '# lijsthash;'*) lijsthash=${regel#*;} ;;
    '# zaad;'*) zaad=${regel#*;} ;;
    '# bron;'*) bron=${regel#*;} ;;
    '#'* | 'rang;'* | '') ;;
    *';'*';ja' | *';'*';nee')
      rest=${regel#*;}
      zaak=${rest%%;*}
      if [[ ! $zaak =~ ^[A-Za-z0-9-]+$ ]]; then
        echo "Dit is geen zaaknummer: $zaak" >&2
        exit 2
      fi
      rangen+=("${regel%%;*}")
      zaken+=("$zaak")
      ;;
    *)
      echo "Deze regel hoort niet in een uitkomst: $regel" >&2
      exit 2
      ;;
  esac
done < "$bestand"

if [ -z "$tijdvak" ] || [ -z "$lijsthash" ] || [ "${#zaken[@]}" -eq 0 ]; then
  echo "Dit bestand is geen uitkomst van een loting: het tijdvak, de hash van de lijst of de plaatsen ontbreken." >&2
  exit 2
fi
echo "Tijdvak $tijdvak: ${#zaken[@]} aanvragen op de lijst."

# 1. De lijst: de gesorteerde zaaknummers, elk op een eigen regel.
gevonden=$(printf '%s\n' "${zaken[@]}" | sort | sha256)
verwacht=${2:-$lijsthash}
if [ "$gevonden" = "$verwacht" ] && [ "$lijsthash" = "$verwacht" ]; then
  echo "De lijst klopt: de hash van de zaaknummers is $gevonden."
else
  klopt=nee
  echo "De lijst klopt niet: de hash van de zaaknummers is $gevonden, gepubliceerd is $verwacht."
fi

# 2. De volgorde: de zaaknummers, gesorteerd op de SHA-256 van "zaad:zaaknummer".
if [ -z "$zaad" ]; then
  echo "Er is niet geloot: alle aanvragen pasten onder het plafond. De volgorde is die van ontvangst."
else
  echo "Het zaad is \"$zaad\" (${bron:-bron onbekend})."
  map=$(mktemp -d)
  trap 'rm -rf "$map"' EXIT
  # Een bestand per aanvraag: zo rekent openssl ze alle in een keer.
  for zaak in "${zaken[@]}"; do
    printf '%s:%s' "$zaad" "$zaak" > "$map/$zaak"
  done
  i=0
  while read -r _ zaak; do
    zaak=${zaak#*/}
    if [ "${rangen[$i]}" != "$((i + 1))" ] || [ "${zaken[$i]}" != "$zaak" ]; then
      klopt=nee
      verschil=ja
      echo "De volgorde klopt niet: op plaats $((i + 1)) hoort $zaak, gepubliceerd is ${zaken[$i]} op plaats ${rangen[$i]}."
      break
    fi
    i=$((i + 1))
  done < <(cd "$map" && openssl dgst -sha256 -r ./* | sort)
  if [ "$i" -eq "${#zaken[@]}" ]; then
    echo "De volgorde klopt: elke plaats volgt uit het zaad en het zaaknummer."
  elif [ -z "$verschil" ]; then
    klopt=nee
    echo "De volgorde klopt niet: een zaaknummer komt meer dan een keer voor."
  fi
fi

if [ "$klopt" = ja ]; then
  echo "Uitslag: klopt."
else
  echo "Uitslag: klopt niet."
  exit 1
fi
