using Marten;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Dashboard;

/// <summary>The indicators that come with the program, and over them what the scheme manager wrote.</summary>
public sealed class Indicatorboek(Werkeenheid<LeercultuurscansContext> eenheid)
{
    private const string Bestand = "Dashboard/indicatoren.json";

    private static readonly Lazy<IReadOnlyList<Indicator>> VanHuis = new(() => Lees(Bestand, Bestanden.Lees(Bestand)));

    /// <summary>Those that come with the program.</summary>
    public static IReadOnlyList<Indicator> Ingebouwd => VanHuis.Value;

    /// <summary>In the order of the file, and then those that were added by their ids.</summary>
    public async Task<IReadOnlyList<Indicator>> Alle(CancellationToken ct) =>
        Samen(await eenheid.Sessie.QueryAsync<Indicatorstand>("order by id", ct));

    /// <summary>What was written of the same indicator in another stream gives way to its own.</summary>
    internal static IReadOnlyList<Indicator> Samen(IEnumerable<Indicatorstand> standen)
    {
        var beschreven = standen
            .Where(s => s.Indicator is not null)
            .GroupBy(s => s.Indicator!.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(s => s.Id == Indicatorstand.Stroom(g.Key)).Last().Indicator!, StringComparer.Ordinal);
        var eigen = Ingebouwd.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Ingebouwd.Select(i => beschreven.GetValueOrDefault(i.Id, i)),
            .. beschreven.Values.Where(i => !eigen.Contains(i.Id)).OrderBy(i => i.Id, StringComparer.Ordinal),
        ];
    }

    /// <exception cref="Gegevensfout">Something is absent, unknown or wrong.</exception>
    internal static IReadOnlyList<Indicator> Lees(string bestand, byte[] utf8) =>
        Gegevenslezer.Lees<IReadOnlyList<Indicator>>(
            bestand,
            utf8,
            (lezer, buitenste) =>
            {
                lezer.Alleen(buitenste, "indicatoren");
                return
                [
                    .. lezer
                        .Delen(buitenste, "indicatoren")
                        .Select(v =>
                        {
                            var indicator = LeesIndicator(lezer, v);
                            foreach (var fout in indicator.Controleer())
                            {
                                lezer.Fout(v, $"{fout.Veld}: {fout.Uitleg}");
                            }
                            return indicator;
                        }),
                ];
            }
        );

    private static Indicator LeesIndicator(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "id", "naam", "definitie", "populatie", "groep", "eenheid", "status", "reeksen", "doelen");
        return new(
            lezer.Tekst(v, "id"),
            LeesTweetalig(lezer, lezer.Deel(v, "naam")),
            LeesTweetalig(lezer, lezer.Deel(v, "definitie")),
            LeesTweetalig(lezer, lezer.Deel(v, "populatie")),
            lezer.Keuze(v, "groep", Indicator.Groepen),
            lezer.Keuze(v, "eenheid", Indicator.Eenheden),
            lezer.Keuze(v, "status", Indicator.Statussen),
            [.. lezer.Delen(v, "reeksen").Select(r => LeesReeks(lezer, r))],
            v.Velden.ContainsKey("doelen") ? [.. lezer.Delen(v, "doelen").Select(d => LeesDoel(lezer, d))] : []
        );
    }

    private static Reeks LeesReeks(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "code", "naam", "bron", "meetwijze", "vergelijkbaarMet", "punten", "waarom");
        return new(
            lezer.Tekst(v, "code"),
            LeesTweetalig(lezer, lezer.Deel(v, "naam")),
            lezer.Tekst(v, "bron"),
            LeesTweetalig(lezer, lezer.Deel(v, "meetwijze")),
            lezer.Teksten(v, "vergelijkbaarMet"),
            [.. lezer.Delen(v, "punten").Select(p => LeesPunt(lezer, p))],
            v.Velden.ContainsKey("waarom") ? LeesTweetalig(lezer, lezer.Deel(v, "waarom")) : null
        );
    }

    private static Punt LeesPunt(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "jaar", "waarde", "status", "breuk", "opmerking");
        return new(
            lezer.Geheel(v, "jaar", 1990, 2100),
            lezer.Getal(v, "waarde", 0, AantalConverter.Hoogste),
            lezer.Keuze(v, "status", Punt.Statussen),
            lezer.JaOfNee(v, "breuk", anders: false),
            lezer.MagTekst(v, "opmerking")
        );
    }

    private static Doel LeesDoel(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "jaar", "waarde", "status", "bron", "reeks");
        return new(
            lezer.Geheel(v, "jaar", 1990, 2100),
            lezer.Getal(v, "waarde", 0, AantalConverter.Hoogste),
            lezer.Keuze(v, "status", Indicator.Statussen),
            lezer.Tekst(v, "bron"),
            lezer.MagTekst(v, "reeks")
        );
    }

    private static Tweetalig LeesTweetalig(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "nl", "en");
        return new(lezer.Tekst(v, "nl"), lezer.Tekst(v, "en"));
    }
}
