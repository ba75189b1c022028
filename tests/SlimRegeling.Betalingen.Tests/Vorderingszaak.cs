using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A claim of 1,520 of which 5,520 was paid, on which fien proposes and fred and cor sign.</summary>
internal static class Vorderingszaak
{
    public const string Nummer = "SLIM-7K2M9QX4TB";
    public const string Id = Nummer + "-TV1";
    public const string Kvk = "12345678";

    public static readonly Regelversie Versie = Regelboek.Versie("slim-2026");
    public static readonly Verwijzing Tekst = new(Guid.Empty, "hash");
    public static readonly LocalDate Besluitdag = new(2025, 3, 3);

    /// <summary>The last day to pay: six weeks after the letter of the day after.</summary>
    public static readonly LocalDate Uiterlijk = new(2025, 4, 15);

    /// <summary>The first day on which it is reminded: a working day goes by after the last to pay.</summary>
    public static readonly LocalDate Aanmaandag = Uiterlijk.PlusDays(2);

    public static Vordering Ontstaan(decimal bedrag = 1520m) =>
        new Vordering { Id = Id }.Na(new VorderingOntstaan(Nummer, "2024-04-mkb", Kvk, $"{Nummer}-S1", bedrag, Op(Besluitdag)));

    public static Vordering Besloten(decimal bedrag = 1520m)
    {
        var vordering = Ontstaan(bedrag);
        return Getekend(Gedaan(vordering, Voorgesteld(vordering, bedrag)), Besluitdag);
    }

    /// <summary>The letter was sent the day after.</summary>
    public static Vordering Lopend(decimal bedrag = 1520m)
    {
        var vordering = Besloten(bedrag);
        return Gedaan(vordering, BijBriefVerzonden.Beslis(vordering, Brief("terugvordering", Besluitdag.PlusDays(1)), Versie));
    }

    /// <summary>It was not paid, and the reminder went out in the same week.</summary>
    public static Vordering Aangemaand(decimal bedrag = 1520m)
    {
        var vordering = Lopend(bedrag);
        vordering = Gedaan(vordering, Aanmanen.Beslis(vordering, Versie, Op(Aanmaandag)));
        return Gedaan(vordering, BijBriefVerzonden.Beslis(vordering, Brief("aanmaning", Aanmaandag), Versie));
    }

    public static Beslissing Voorgesteld(Vordering vordering, decimal betaald = 5520m, string wie = "fien") =>
        TerugvorderenVoorstellen.Beslis(
            vordering,
            new("Er is te veel betaald."),
            new(Math.Max(5520m, betaald), [], 0m, Op(Besluitdag)),
            () => Tekst,
            wie,
            Versie,
            Op(Besluitdag)
        );

    /// <summary>By as many as it asks.</summary>
    public static Vordering Getekend(Vordering vordering, LocalDate dag, Betaalopdracht? betaalopdracht = null)
    {
        foreach (var wie in (string[])["fred", "cor"])
        {
            if (vordering.Voorstel is { } voorstel)
            {
                vordering = Gedaan(vordering, Teken(vordering, voorstel.Hash, wie, dag, betaalopdracht));
            }
        }
        Assert.Null(vordering.Voorstel);
        return vordering;
    }

    public static Beslissing Teken(Vordering vordering, string hash, string wie, LocalDate dag, Betaalopdracht? betaalopdracht = null) =>
        VoorstelOndertekenen.Beslis(vordering, hash, wie, new(Versie, [], betaalopdracht), Op(dag));

    public static Vordering Betaald(Vordering vordering, decimal bedrag, LocalDate dag, string mutatie = "m1") =>
        Gedaan(vordering, vordering.Ontvang(mutatie, bedrag, dag, Op(dag)).Beslissing);

    public static Vordering Gedaan(Vordering vordering, Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering?.Uitleg);
        return beslissing.Gebeurtenissen.Aggregate(vordering, (stand, gebeurtenis) => stand.Na(gebeurtenis));
    }

    public static BriefVerzondenBericht Brief(string soort, LocalDate dag) =>
        new(Nummer, $"{Id}-{soort}", soort, soort == "terugvordering" ? Id : null, dag, Op(dag));

    public static Instant Op(LocalDate dag) => Moment.Op(dag.At(new LocalTime(12, 0)));
}
