using System.Collections.Frozen;
using System.Globalization;

namespace SlimRegeling.Regels;

/// <summary>Carries out changes to a version: a copy with other values and statuses.</summary>
internal static class Regelwijzigingen
{
    public static Regelversie Voer(Regelversie versie, IReadOnlyList<Regelwijziging> wijzigingen)
    {
        var fouten = wijzigingen.SelectMany(w => Fouten(versie, w)).ToList();
        if (fouten.Count > 0)
            throw new RegelbestandException(versie.Id, fouten);

        var nieuw = new Regelversie
        {
            Id = versie.Id,
            Titel = versie.Titel,
            Vanaf = versie.Vanaf,
            Nummering = versie.Nummering,
            Vorige = versie.Vorige,
            Verschillen = versie.Verschillen,
            Aanvragertypen = versie.Aanvragertypen,
            Bronnen = MetBronnen(versie, wijzigingen),
            Parameters = Sectie(versie.Parameters, wijzigingen, (p, waarde) => p with { Waarde = waarde }),
            Eisen = Sectie(versie.Eisen, wijzigingen),
            Gronden = Sectie(versie.Gronden, wijzigingen),
            Documenten = Sectie(versie.Documenten, wijzigingen),
            Posten = Sectie(versie.Posten, wijzigingen),
            Termijnen = Sectie(
                versie.Termijnen,
                wijzigingen,
                (t, waarde) => t with { Lengte = int.Parse(waarde, NumberStyles.None, CultureInfo.InvariantCulture) }
            ),
            Verantwoording = Sectie(versie.Verantwoording, wijzigingen),
            Intrekkingsgronden = Sectie(versie.Intrekkingsgronden, wijzigingen),
            Bepalingen = Sectie(versie.Bepalingen, wijzigingen),
            Stappen = Sectie(versie.Stappen, wijzigingen),
            Feestdagen = Sectie(versie.Feestdagen, wijzigingen),
        };
        fouten = Regelcontrole.Fouten(nieuw);
        return fouten.Count == 0 ? nieuw : throw new RegelbestandException(versie.Id, fouten);
    }

    private static IEnumerable<string> Fouten(Regelversie versie, Regelwijziging wijziging)
    {
        var plaats = $"/{wijziging.Sectie}/{wijziging.Code}";
        if (versie.Zoek(wijziging.Sectie, wijziging.Code) is null)
            yield return $"{plaats}: deze versie heeft geen regel met deze code; kies een regel die er staat";
        if (string.IsNullOrWhiteSpace(wijziging.Bron))
            yield return $"{plaats}: noem de bron";
        if (wijziging.Waarde is null)
            yield break;
        if (wijziging.Sectie is not ("parameters" or "termijnen"))
            yield return $"{plaats}: deze regel heeft geen waarde; bevestig hem zonder waarde";
        else if (wijziging.Sectie == "termijnen" && !IsLengte(wijziging.Waarde))
            yield return $"{plaats}: '{wijziging.Waarde}' is geen lengte; geef een heel getal van 1 tot en met 999";
        else if (versie.Parameters.TryGetValue(wijziging.Code, out var parameter) && BegintLater(parameter.Waarde, wijziging.Waarde))
            yield return $"{plaats}: deze waarden beginnen later dan die er nu staan; begin met dezelfde dag of een eerdere";
    }

    /// <summary>A dated parameter would have no value on a day on which it had one.</summary>
    private static bool BegintLater(string oud, string nieuw) =>
        Gedateerd.Lees(oud) is [var was, ..] && Gedateerd.Lees(nieuw) is [var wordt, ..] && wordt.Vanaf > was.Vanaf;

    private static bool IsLengte(string waarde) =>
        int.TryParse(waarde, NumberStyles.None, CultureInfo.InvariantCulture, out var lengte) && lengte is >= 1 and <= 999;

    /// <summary>A source that is no key of the version explains itself.</summary>
    private static FrozenDictionary<string, string> MetBronnen(Regelversie versie, IReadOnlyList<Regelwijziging> wijzigingen) =>
        versie
            .Bronnen.Concat(
                wijzigingen
                    .Select(w => w.Bron)
                    .Distinct(StringComparer.Ordinal)
                    .Where(bron => !versie.Bronnen.ContainsKey(bron))
                    .Select(bron => KeyValuePair.Create(bron, bron))
            )
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, T> Sectie<T>(
        IReadOnlyDictionary<string, T> sectie,
        IReadOnlyList<Regelwijziging> wijzigingen,
        Func<T, string, T>? metWaarde = null
    )
        where T : Regel
    {
        var naam = sectie.Values.First().Sectie;
        if (!wijzigingen.Any(w => w.Sectie == naam))
            return sectie;
        var nieuw = new Dictionary<string, T>(sectie, StringComparer.Ordinal);
        foreach (var wijziging in wijzigingen.Where(w => w.Sectie == naam))
        {
            Regel oud = nieuw[wijziging.Code];
            var regel = (T)(
                oud with
                {
                    Status = Status.Bevestigd,
                    Bron = wijziging.Bron,
                    Toelichting = wijziging.Toelichting ?? oud.Toelichting,
                }
            );
            nieuw[wijziging.Code] = wijziging.Waarde is { } waarde && metWaarde is not null ? metWaarde(regel, waarde) : regel;
        }
        return nieuw;
    }
}
