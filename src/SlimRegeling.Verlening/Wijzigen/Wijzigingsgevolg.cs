using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// What a change makes of the award: its amount and its costs stay, so that the minimum of a partnership and what is asked of a large award follow the award
/// and not what is left of it. Asked when it is requested and again when it is signed, on the award as it is then.
/// </summary>
internal static class Wijzigingsgevolg
{
    /// <param name="Wordt">Means something only without errors.</param>
    public sealed record Uitslag(Verleend Wordt, IReadOnlyList<Fout> Fouten);

    public static string Aanvragertype(Verlening verlening) =>
        verlening.Verleend?.Aanvragertype ?? verlening.Voorstel?.Aanvragertype ?? Regels.Aanvragertype.MkbOnderneming;

    /// <summary>The last day to which the period can be extended, all extensions together (2.13, fifth paragraph).</summary>
    public static LocalDate UitersteEinde(Verleend verleend, string aanvragertype, Regelversie versie) =>
        Termijnen.Einde(
            versie,
            Termijncode.VerlengingInitiatiefperiode,
            Termijnen.Einde(versie, Termijncode.Initiatiefperiode(aanvragertype), verleend.Besluitdatum)
        );

    /// <param name="verlening">With an award.</param>
    public static Uitslag Van(Verlening verlening, Wijzigingsvraag vraag, Regelversie versie)
    {
        var (was, type) = (verlening.Verleend!, Aanvragertype(verlening));
        return vraag.Soort switch
        {
            Wijzigingssoort.Plan => new(was, []),
            Wijzigingssoort.Begroting => new(
                was with
                {
                    Partijen = vraag.Partijen ?? was.Partijen,
                    Aandelen = vraag.Aandelen ?? was.Aandelen,
                    Posten = Postverschuiving.Van(was, vraag, versie),
                },
                [
                    .. Begroting(was, vraag.Aandelen, type, versie),
                    .. Postverschuiving.Fouten(was, vraag, type, versie),
                    .. vraag.Partijen is { } verdeling ? TussenPartijen(was, verdeling, type, versie) : [],
                ]
            ),
            Wijzigingssoort.Uitstel => new(
                vraag.NieuwEinde is { } einde ? was with { PeriodeTot = einde } : was,
                [.. Uitstel(was, vraag.NieuwEinde, UitersteEinde(was, type, versie), versie)]
            ),
            _ => new(
                vraag.Partijen is { } partijen ? was with { Partijen = partijen } : was,
                type == Regels.Aanvragertype.Samenwerkingsverband && was.Partijen is { } delen
                    ? [.. Partijen(was, delen, vraag, versie)]
                    : [GeenPartijen("soort", versie)]
            ),
        };
    }

    private static Fout GeenPartijen(string veld, Regelversie versie) =>
        new(
            veld,
            "Deze subsidie is niet aan een samenwerkingsverband verleend: er zijn geen partijen.",
            Verleningsartikel.Verdeling(versie)
        );

    /// <summary>A shift between parties that all stay: who leaves or joins is asked by a kind of its own.</summary>
    private static IEnumerable<Fout> TussenPartijen(
        Verleend was,
        IReadOnlyDictionary<string, decimal> wordt,
        string type,
        Regelversie versie
    ) =>
        type != Regels.Aanvragertype.Samenwerkingsverband || was.Partijen is not { } delen ? [GeenPartijen("verdeling", versie)]
        : !Dezelfde(delen.Keys, wordt.Keys)
            ?
            [
                new(
                    "verdeling",
                    "Noem elke partij die nu meedoet, en geen andere. Gaat er een partij weg of komt er een bij, vraag dat dan apart.",
                    Verleningsartikel.Verdeling(versie)
                ),
            ]
        : Verdeling(was, wordt, versie);

    private static bool Dezelfde(IEnumerable<string> partijen, IEnumerable<string> andere) =>
        partijen.Order(StringComparer.Ordinal).SequenceEqual(andere.Order(StringComparer.Ordinal));

    /// <summary>
    /// Between items of one activity nothing changes in what an activity weighs. What the activities with costs weigh together stays: their percentage follows from
    /// it at the settlement.
    /// </summary>
    private static IEnumerable<Fout> Begroting(
        Verleend was,
        IReadOnlyDictionary<string, decimal>? aandelen,
        string type,
        Regelversie versie
    )
    {
        if (aandelen is null)
        {
            yield break;
        }
        foreach (var soort in was.Activiteiten.Where(soort => !aandelen.ContainsKey(soort)))
        {
            yield return new("activiteiten", $"Activiteit {soort} ontbreekt; er is subsidie voor verleend.");
        }
        foreach (var (soort, aandeel) in aandelen)
        {
            if (!was.Activiteiten.Contains(soort))
            {
                yield return new("activiteiten", $"Voor '{soort}' is geen subsidie verleend.");
            }
            else if (aandeel <= 0)
            {
                yield return new("activiteiten", $"Voor activiteit {soort} blijft niets over. Vraag dan om een ander plan.");
            }
        }
        if (was.Aandelen is not { } waren)
        {
            yield break;
        }
        var (samen, overKosten) = (waren.Values.Sum(), OverKosten(waren, versie));
        if (samen != aandelen.Values.Sum())
        {
            yield return new("activiteiten", $"Samen blijft het {Getal.Euro(samen)}: een wijziging geeft niet meer en niet minder.");
        }
        else if (overKosten != OverKosten(aandelen, versie))
        {
            yield return new(
                "activiteiten",
                $"De activiteiten met kosten blijven samen {Getal.Euro(overKosten)}: daarover is uw percentage berekend. Verschuif geld tussen activiteiten met kosten, of tussen activiteiten met een vast bedrag.",
                Verleningsartikel.Percentage(versie, type)
            );
        }
    }

    private static decimal OverKosten(IReadOnlyDictionary<string, decimal> aandelen, Regelversie versie) =>
        aandelen.Where(a => Vaststellingsberekening.HeeftKosten(versie, a.Key)).Sum(a => a.Value);

    private static IEnumerable<Fout> Uitstel(Verleend was, LocalDate? einde, LocalDate uiterste, Regelversie versie)
    {
        var artikel = versie.Termijn(Termijncode.VerlengingInitiatiefperiode).Artikel;
        if (einde is not { } dag)
        {
            yield return new("nieuwEinde", "Vul in tot en met welke dag u de initiatiefperiode wilt verlengen.", artikel);
        }
        else if (dag <= was.PeriodeTot)
        {
            yield return new(
                "nieuwEinde",
                $"De initiatiefperiode loopt al tot en met {Datumtekst.Van(was.PeriodeTot)}. Kies een latere dag.",
                artikel
            );
        }
        else if (dag > uiterste)
        {
            yield return new(
                "nieuwEinde",
                $"De initiatiefperiode kan in totaal niet verder worden verlengd dan tot en met {Datumtekst.Van(uiterste)}.",
                artikel
            );
        }
    }

    private static IEnumerable<Fout> Partijen(
        Verleend was,
        IReadOnlyDictionary<string, decimal> delen,
        Wijzigingsvraag vraag,
        Regelversie versie
    )
    {
        var artikel = Verleningsartikel.Verdeling(versie);
        var toe = vraag.Soort == Wijzigingssoort.PartijTreedtToe;
        if (vraag.Partij is not { Length: > 0 } partij)
        {
            yield return new("partij", "Vul het KVK-nummer in van de partij die uittreedt of toetreedt.", artikel);
            yield break;
        }
        if (toe == delen.ContainsKey(partij))
        {
            yield return new(
                "partij",
                toe ? $"Partij {partij} doet al mee." : $"Partij {partij} is geen partij van dit samenwerkingsverband.",
                artikel
            );
            yield break;
        }
        if (partij == was.KvkNummer)
        {
            yield return new("partij", "De hoofdaanvrager kan niet uittreden: de subsidie is aan die partij verleend.", artikel);
        }
        if (vraag.Partijen is not { } wordt)
        {
            yield return new("verdeling", "Vul in wat elke partij voortaan krijgt.", artikel);
            yield break;
        }
        var verwacht = toe ? delen.Keys.Append(partij) : delen.Keys.Where(p => p != partij);
        if (!Dezelfde(verwacht, wordt.Keys))
        {
            yield return new(
                "verdeling",
                toe
                    ? "Noem elke partij die nu meedoet, en de partij die toetreedt. Geen andere."
                    : "Noem elke partij die blijft, en geen andere.",
                artikel
            );
            yield break;
        }
        foreach (var fout in Verdeling(was, wordt, versie))
        {
            yield return fout;
        }
    }

    /// <summary>What is wrong with the parts of the parties that take part from then on.</summary>
    private static IEnumerable<Fout> Verdeling(Verleend was, IReadOnlyDictionary<string, decimal> wordt, Regelversie versie)
    {
        if (wordt.Values.Sum() != was.Bedrag)
        {
            yield return new(
                "verdeling",
                $"De delen zijn samen {Getal.Euro(was.Bedrag)}, zoals is verleend.",
                Verleningsartikel.Verdeling(versie)
            );
        }
        foreach (var gebrek in Partijdelen.Toets(versie, wordt))
        {
            yield return new("verdeling", gebrek.Uitleg, gebrek.Artikel);
        }
    }
}
