using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>What is wrong with what was typed to withdraw; each field is named.</summary>
internal static class Intrekkingsinvoer
{
    private const string Motivering = "artikel 3:46 Awb";

    /// <param name="soort">One of <see cref="Intrekkingsbetreft"/>.</param>
    public static IReadOnlyList<Fout> Fouten(
        Verlening verlening,
        IntrekkingVoorstellen.Verzoek verzoek,
        Regelversie versie,
        string soort,
        Instant nu
    ) =>
        [
            .. Bedrag(verlening, verzoek, versie),
            .. Grond(verzoek, versie, soort),
            .. Dagen(verlening, verzoek, soort, nu),
            .. Teksten(verzoek, versie),
            .. Horen(verzoek),
        ];

    private static IEnumerable<Fout> Bedrag(Verlening verlening, IntrekkingVoorstellen.Verzoek verzoek, Regelversie versie)
    {
        var verdeling = $"artikel {Verleningsartikel.Verdeling(versie)}";
        var was = Math.Min(verlening.Verleend!.Bedrag, verlening.Vaststelling?.Vastgesteld ?? decimal.MaxValue);
        if (verzoek.Bedrag < 0 || verzoek.Bedrag >= was || !InCenten(verzoek.Bedrag))
        {
            yield return new Fout(
                "bedrag",
                $"Geef wat de subsidie wordt, in euro's en centen: 0 als u alles intrekt, en anders minder dan {Getal.Euro(was)}.",
                $"artikel {Intrekkingsartikel.Regeling(versie)}, tweede lid"
            );
        }
        var delen = verlening.Verleend.Partijen is { Count: > 0 } partijen ? partijen : null;
        if (delen is null)
        {
            if (verzoek.Partijen is { Count: > 0 })
            {
                yield return new Fout("partijen", "Deze subsidie is niet over partijen verdeeld. Laat de partijen weg.", verdeling);
            }
            yield break;
        }
        if (verzoek.Partijen is not { } nieuw || nieuw.Count != delen.Count || !delen.Keys.All(nieuw.ContainsKey))
        {
            yield return new Fout(
                "partijen",
                $"Geef voor elke partij wat zij krijgt: {string.Join(", ", delen.Keys.Order(StringComparer.Ordinal))}.",
                verdeling
            );
        }
        else if (delen.Any(deel => nieuw[deel.Key] < 0 || nieuw[deel.Key] > deel.Value || !InCenten(nieuw[deel.Key])))
        {
            yield return new Fout(
                "partijen",
                "Geen partij krijgt meer dan zij had, of minder dan niets. Geef elk bedrag in euro's en centen.",
                verdeling
            );
        }
        else if (nieuw.Values.Sum() != verzoek.Bedrag)
        {
            yield return new Fout(
                "partijen",
                $"De delen van de partijen zijn samen {Getal.Euro(nieuw.Values.Sum())}. Dat moet {Getal.Euro(verzoek.Bedrag)} zijn.",
                verdeling
            );
        }
    }

    private static IEnumerable<Fout> Grond(IntrekkingVoorstellen.Verzoek verzoek, Regelversie versie, string soort)
    {
        if (!versie.Intrekkingsgronden.TryGetValue(verzoek.Grond, out var grond) || grond.Betreft != soort)
        {
            var open = Intrekkingsgrondcode.Alle.Where(code => versie.Intrekkingsgrond(code).Betreft == soort);
            yield return new Fout(
                "grond",
                $"De subsidie is {(soort == Intrekkingsbetreft.Vaststelling ? "al" : "nog niet")} vastgesteld. Kies uit {string.Join(", ", open)}.",
                Intrekkingsartikel.Van(versie, soort)
            );
        }
    }

    private static IEnumerable<Fout> Dagen(Verlening verlening, IntrekkingVoorstellen.Verzoek verzoek, string soort, Instant nu)
    {
        if (verzoek.Vanaf < verlening.Verleend!.Besluitdatum)
        {
            yield return new Fout(
                "vanaf",
                $"De subsidie is verleend op {Datumtekst.Van(verlening.Verleend.Besluitdatum)}. Kies die dag of een latere, of laat de dag weg.",
                $"artikel {(soort == Intrekkingsbetreft.Vaststelling ? "4:49" : "4:48")}, tweede lid, Awb"
            );
        }
        var naVaststelling = verzoek.Grond == Intrekkingsgrondcode.VerplichtingenNaVaststelling;
        if (naVaststelling && (verzoek.Sinds is not { } sinds || sinds > Moment.Dag(nu)))
        {
            yield return new Fout(
                "sinds",
                "Geef de dag waarop de ontvanger de verplichting niet nakwam. Daarvan hangt af of intrekken nog kan.",
                "artikel 4:49, derde lid, Awb"
            );
        }
        if (!naVaststelling && verzoek.Sinds is not null)
        {
            yield return new Fout(
                "sinds",
                $"Deze dag hoort alleen bij de grond {Intrekkingsgrondcode.VerplichtingenNaVaststelling}. Laat hem weg.",
                "artikel 4:49, derde lid, Awb"
            );
        }
    }

    private static IEnumerable<Fout> Teksten(IntrekkingVoorstellen.Verzoek verzoek, Regelversie versie)
    {
        if (string.IsNullOrWhiteSpace(verzoek.Argument))
        {
            yield return new Fout(
                "argument",
                "Schrijf waarom de subsidie wordt ingetrokken of lager wordt; het staat in de brief.",
                Motivering
            );
        }
        if (string.IsNullOrWhiteSpace(verzoek.Hardheid))
        {
            yield return new Fout(
                "hardheid",
                "Schrijf wat u hebt afgewogen: of intrekken te hard is voor de ontvanger, en of een deel genoeg is. Het staat in de brief.",
                $"artikel {Intrekkingsartikel.Hardheid(versie)}"
            );
        }
    }

    private static IEnumerable<Fout> Horen(IntrekkingVoorstellen.Verzoek verzoek)
    {
        if (verzoek.NietHoren is { } reden && !Hoorreden.Alle.Contains(reden))
        {
            yield return new Fout(
                "nietHoren",
                $"Kies uit {string.Join(", ", Hoorreden.Alle)}, of laat dit weg: dan wordt de ontvanger gehoord.",
                "artikelen 4:8 en 4:11 Awb"
            );
        }
        if (verzoek.NietHoren is null != string.IsNullOrWhiteSpace(verzoek.WaaromNietHoren))
        {
            yield return new Fout(
                "waaromNietHoren",
                verzoek.NietHoren is null
                    ? "De ontvanger wordt gehoord. Laat dit weg, of kies waarom niet."
                    : "Schrijf waarom de ontvanger niet wordt gehoord; het staat in de brief.",
                "artikelen 4:8 en 4:11 Awb"
            );
        }
    }

    internal static bool InCenten(decimal bedrag) => decimal.Round(bedrag, 2) == bedrag;
}
