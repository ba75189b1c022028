using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties.Tests;

/// <summary>The small language of these tests: enrol, hear awards, look at the state and at what was said last.</summary>
internal static class Voorbeelden
{
    public const string Kvk = "69599084";
    public const string Wie = "persoon-1";

    public static readonly Instant Nu = Moment.Op(new LocalDateTime(2026, 4, 7, 10, 0));

    public static readonly Ondernemingsgegevens Gegevens = new(
        "Bouwbedrijf De Troffel B.V.",
        "Dorpsstraat 12",
        "3511 AB",
        "Utrecht",
        ["4120"]
    );
    public static readonly Rekeninggegevens Rekening = new("NL91ABNA0417164300", "De Troffel B.V.");

    public static readonly Verwijzing Eerste = new(Guid.NewGuid(), "hash-1");
    public static readonly Verwijzing Tweede = new(Guid.NewGuid(), "hash-2");

    public static SubsidieVerleendBericht Verleend(string zaak, decimal bedrag, string dag) =>
        new(
            zaak,
            "2026-04-mkb",
            Kvk,
            "slim-2026",
            zaak + "-V1",
            LocalDatePattern.Iso.Parse(dag).Value,
            18400.00m,
            bedrag,
            bedrag / 2,
            LocalDatePattern.Iso.Parse(dag).Value.PlusDays(1),
            LocalDatePattern.Iso.Parse(dag).Value.PlusYears(1),
            "ambtshalve",
            ["A", "C"],
            ["a", "b"],
            Moment.Op(LocalDatePattern.Iso.Parse(dag).Value.At(new LocalTime(10, 0)))
        );

    public static Inschrijven.Inschrijving Opgegeven(
        string sbi = "4120",
        Verwijzing? zelfdeGegevens = null,
        Verwijzing? zelfdeRekening = null,
        Verwijzing? nieuw = null
    ) => new(sbi, new(() => nieuw ?? Eerste, zelfdeGegevens), new(() => nieuw ?? Eerste, zelfdeRekening));

    public static Onderneming Ingeschreven(string sbi = "4120") =>
        Volg(null, Inschrijven.Beslis(null, Opgegeven(sbi), Wie, Regelstanden.Ongewijzigd, Nu));

    public static Onderneming Hoor(Onderneming? stand, SubsidieVerleendBericht bericht) => Volg(stand, Beslis(stand, bericht));

    /// <summary>What an award is for this enterprise, when nothing else was said of its case.</summary>
    public static Beslissing Beslis(
        Onderneming? stand,
        SubsidieVerleendBericht bericht,
        Regelstanden? regels = null,
        string kvkNummer = Kvk
    ) => Steunboeking.Beslis(stand, kvkNummer, Gehoord(null, bericht), regels ?? Regelstanden.Ongewijzigd, bericht.Op);

    /// <summary>The enterprise after it heard all of this of one case, in this order.</summary>
    public static Onderneming Na(IEnumerable<object> berichten, string kvkNummer = Kvk, Onderneming? stand = null)
    {
        Steunzaak? zaak = null;
        stand ??= Ingeschreven();
        foreach (var bericht in berichten)
        {
            zaak = Gehoord(zaak, bericht);
            stand = Volg(stand, Steunboeking.Beslis(stand, kvkNummer, zaak, Regelstanden.Ongewijzigd, Op(bericht)));
        }
        return stand;
    }

    /// <summary>The case after it heard this.</summary>
    public static Steunzaak Gehoord(Steunzaak? zaak, object bericht)
    {
        var (zaaknummer, beslissing) = bericht switch
        {
            SubsidieVerleendBericht b => (b.Zaaknummer, Steunboeking.Beslis(zaak, BijSubsidieVerleend.Vernomen(b))),
            VerleningGewijzigdBericht b => (b.Zaaknummer, Steunboeking.Beslis(zaak, BijVerleningGewijzigd.Vernomen(b))),
            VerleningAangepastBericht b => (b.Zaaknummer, Steunboeking.Beslis(zaak, BijVerleningAangepast.Vernomen(b))),
            VerleningIngetrokkenBericht b => (b.Zaaknummer, Steunboeking.Beslis(zaak, BijVerleningIngetrokken.Vernomen(b))),
            SubsidieVastgesteldBericht b => (b.Zaaknummer, Steunboeking.Beslis(zaak, BijSubsidieVastgesteld.Vernomen(b))),
            _ => throw new ArgumentException($"{bericht.GetType().Name} says nothing of aid.", nameof(bericht)),
        };
        return beslissing.Gebeurtenissen.Aggregate(
            zaak ?? Vouw.Begin<Steunzaak>(zaaknummer),
            (stand, e) => Vouw.Volg(stand, Opgeslagen(e))
        );
    }

    /// <summary>Events are applied after a round through JSON, as the store does.</summary>
    public static Onderneming Volg(Onderneming? stand, Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(stand ?? new Onderneming { Id = Kvk }, (s, e) => s.Pas(Opgeslagen(e)));
    }

    public static string Beeld(Onderneming stand) => JsonSerializer.Serialize(stand, Platform.Stromen.Json.Opties);

    public static IEnumerable<IReadOnlyList<T>> Volgordes<T>(IReadOnlyList<T> zaken) =>
        zaken.Count <= 1
            ? [zaken]
            : Enumerable
                .Range(0, zaken.Count)
                .SelectMany(i => Volgordes<T>([.. zaken.Where((_, j) => j != i)]).Select(rest => (IReadOnlyList<T>)[zaken[i], .. rest]));

    private static Instant Op(object bericht) => (Instant)bericht.GetType().GetProperty("Op")!.GetValue(bericht)!;

    private static Onderneming Pas(this Onderneming stand, Gebeurtenis gebeurtenis) =>
        (Onderneming)typeof(Onderneming).GetMethod(nameof(Onderneming.Apply), [gebeurtenis.GetType()])!.Invoke(stand, [gebeurtenis])!;

    private static Gebeurtenis Opgeslagen(Gebeurtenis gebeurtenis) =>
        (Gebeurtenis)
            JsonSerializer.Deserialize(
                JsonSerializer.Serialize(gebeurtenis, gebeurtenis.GetType(), Platform.Stromen.Json.Opties),
                gebeurtenis.GetType(),
                Platform.Stromen.Json.Opties
            )!;
}
