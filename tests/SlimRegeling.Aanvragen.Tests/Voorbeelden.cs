using System.Reflection;
using NodaTime;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>The case of the whole house, and streams to start from.</summary>
internal static class Voorbeelden
{
    public const string Zaak = "SLIM-71ZCH67ZP3";
    public const string KvkNummer = "69599084";
    public const string Beoordelaar = "beoordelaar-1";

    public static readonly Instant Opent = Instant.FromUtc(2026, 4, 7, 7, 0);
    public static readonly Instant Sluit = Instant.FromUtc(2026, 4, 30, 15, 0);
    public static readonly Instant Binnen = Instant.FromUtc(2026, 4, 8, 8, 0);
    public static readonly Instant Later = Instant.FromUtc(2026, 5, 6, 8, 0);
    public static readonly Verwijzing Bewaard = new(Guid.Parse("01a21096-0000-7000-8000-000000000001"), "hash");

    public static readonly Aanvraagtijdvak Tijdvak = new("2026-04-mkb", "mkb-onderneming", Opent, Sluit, "slim-2026");

    public static readonly Formulier Compleet = new(
        new Ondernemingsgegevens(12.0m, 1_500_000.00m, 800_000.00m, ["4321"]),
        [
            new Activiteitgegevens("A", ExterneUren: [new ExterneUrenregel(40m, 150.00m)], OverigeExterneKosten: 899.20m),
            new Activiteitgegevens(
                "C",
                EigenUren: [new EigenUrenregel(60m, 41_280.00m)],
                ExterneUren: [new ExterneUrenregel(65m, 120.00m)]
            ),
        ],
        new Activiteitenplan("doelen", "aanpak", "resultaten", "evaluatie"),
        new Verklaringen(Mkb: true, new DeMinimisverklaring(Steunsoort.Geen), Waarheid: true),
        new Rekening("NL91ABNA0417164300")
    );

    public static readonly Concept Ingevuld = new(Zaak, KvkNummer, Tijdvak.Id, Compleet, null);

    public static Concept Met(Func<Formulier, Formulier> wijzig) => Ingevuld with { Formulier = wijzig(Compleet) };

    public static readonly AanvraagIngediend Ingediend = (AanvraagIngediend)
        Assert.Single(Indienen.Beslis(Ingevuld, Tijdvak, null, () => Bewaard, Regelstanden.Ongewijzigd, Binnen).Gebeurtenissen);

    public static readonly AanvraagVolledig Volledig = new(Tijdvak.Id, false, Binnen, Binnen);
    public static readonly BudgetVernomen Gereserveerd = new(11_040.00m, Later);
    public static readonly AanvraagToegewezen Toegewezen = new(Beoordelaar, Later);

    /// <summary>On 6 May 2026; fourteen days later it is Wednesday.</summary>
    public static readonly AanvullingGevraagd Gevraagd = Volledigheid
        .Beslis(Na(Ingediend), new(false, [Documentcode.Begroting]), Beoordelaar, Regelstanden.Ongewijzigd, Later)
        .Gebeurde<AanvullingGevraagd>();

    /// <summary>On the day of the request.</summary>
    public static readonly HersteltermijnGestart Verzonden = Verzend(Na(Ingediend, Gevraagd), new(2026, 5, 6));

    /// <summary>The letter with the request is sent on this day, at eight in the morning UTC.</summary>
    public static HersteltermijnGestart Verzend(Aanvraag aanvraag, LocalDate dag) =>
        BijBriefVerzonden
            .Beslis(
                aanvraag,
                new(Zaak, $"{Zaak}-aanvulling", "aanvulling", null, dag, dag.At(new LocalTime(8, 0)).InUtc().ToInstant()),
                Regelstanden.Ongewijzigd
            )
            .Gebeurde<HersteltermijnGestart>();

    /// <summary>Given these events, the state as the store would build it.</summary>
    public static Aanvraag Na(params IEnumerable<Gebeurtenis> gebeurtenissen) => gebeurtenissen.Aggregate(new Aanvraag { Id = Zaak }, Pas);

    public static Aanvraag Pas(Aanvraag aanvraag, Gebeurtenis gebeurtenis) =>
        (Aanvraag)
            typeof(Aanvraag)
                .GetMethod("Apply", BindingFlags.Public | BindingFlags.Instance, [gebeurtenis.GetType()])!
                .Invoke(aanvraag, [gebeurtenis])!;

    public static T Gebeurde<T>(this Beslissing beslissing)
        where T : Gebeurtenis
    {
        Assert.Null(beslissing.Weigering);
        return Assert.IsType<T>(Assert.Single(beslissing.Gebeurtenissen));
    }

    public static Weigering Geweigerd(this Beslissing beslissing, string code)
    {
        Assert.Empty(beslissing.Gebeurtenissen);
        Assert.NotNull(beslissing.Weigering);
        Assert.Equal(code, beslissing.Weigering.Code);
        return beslissing.Weigering;
    }
}
