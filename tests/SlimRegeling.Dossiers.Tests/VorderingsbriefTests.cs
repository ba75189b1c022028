using NodaTime;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letters of a claim: what is paid back and how, the reminder, and what is decided after that.</summary>
public sealed class VorderingsbriefTests
{
    private const string Vordering = Nummer + "-TV1";

    private static readonly Vorderingstekst Tekst = new(
        "Wij stelden uw subsidie lager vast.",
        "NL91ABNA0417164300",
        "Uitvoering SLIM-regeling"
    );

    private static readonly TerugvorderingBeslotenBericht Besloten = new(
        Nummer,
        Kvk,
        Vordering,
        Nummer + "-S1",
        1520.00m,
        5520.00m,
        0.00m,
        Guid.Empty,
        "hash",
        ["fien", "fred", "cor"],
        Nu
    );

    private static readonly VorderingsbesluitGenomenBericht Genomen = new(
        Nummer,
        Kvk,
        Vordering,
        Vordering + "-U2",
        "betalingsregeling",
        1520.00m,
        Guid.Empty,
        "hash",
        ["fien", "fred"],
        Nu,
        Termijnen: [new(new(2026, 9, 1), 760.00m), new(new(2026, 10, 1), 760.00m)]
    );

    [Fact]
    public void De_terugvordering_noemt_de_berekening_de_laatste_dag_hoe_te_betalen_en_hoe_bezwaar_te_maken()
    {
        var brief = Lees(new() { Terugvordering = Besloten });
        Assert.All(
            (string[])
                [
                    "Ons kenmerk: " + Vordering,
                    "U kreeg van ons € 5.520,00.",
                    "U hebt recht op € 4.000,00.",
                    "U betaalt € 1.520,00 terug.",
                    "uiterlijk op " + Platform.Tijd.Datumtekst.Van(Dag.PlusWeeks(6)),
                    "artikel 4:87, eerste lid, Awb",
                    "NL91ABNA0417164300",
                    "Wij stelden uw subsidie lager vast.",
                    Nummer + "-S1",
                    "Maak dan bezwaar",
                ],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("eerder", brief, StringComparison.Ordinal);
        Assert.Contains(
            "Daarvan vorderden wij eerder € 500,00 terug.",
            Lees(new() { Terugvordering = Besloten with { EerderGevorderd = 500.00m } }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void De_aanmaning_noemt_het_bedrag_de_vergoeding_en_wat_er_gebeurt_en_is_geen_besluit()
    {
        var brief = Lees(new() { Aanmaning = new(Nummer, Kvk, Vordering, 1520.00m, 19.00m, Dag.PlusDays(-1), Guid.Empty, "hash", Nu) });
        Assert.All(
            (string[])["€ 1.520,00", "€ 19,00", "€ 1.539,00", "4:112, eerste lid, Awb", "4:113, eerste lid, Awb", "dwangbevel", Vordering],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("bezwaar", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void De_herinnering_noemt_de_laatste_dag_en_hoe_te_betalen_en_dreigt_met_geen_dwangbevel()
    {
        Briefopdracht opdracht = new()
        {
            Betaalherinnering = new(Nummer, Kvk, Vordering, 1520.00m, Dag.PlusDays(14), Guid.Empty, "hash", Nu),
        };
        var brief = Lees(opdracht);

        Assert.All(
            (string[])["€ 1.520,00", Platform.Tijd.Datumtekst.Van(Dag.PlusDays(14)), "Zij kost u niets.", "NL91ABNA0417164300", Vordering],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
        Assert.All((string[])["dwangbevel", "4:112", "bezwaar"], stuk => Assert.DoesNotContain(stuk, brief, StringComparison.Ordinal));
        Assert.Equal((Vordering + "-betaalherinnering", null), (opdracht.Brief, opdracht.Besluit));
    }

    [Fact]
    public void Het_dwangbevel_noemt_alles_van_artikel_4_122_en_gaat_naar_de_deurwaarder()
    {
        Briefopdracht opdracht = new()
        {
            Vorderingsbesluit = Genomen with
            {
                Besluit = Vordering + "-D3",
                Soort = "dwangbevel",
                Bedrag = 1559.00m,
                Termijnen = null,
                Hoofdsom = 1520.00m,
                Kosten = 19.00m,
                Rente = 20.00m,
                Van = new LocalDate(2026, 4, 16),
                Besluitdag = new LocalDate(2026, 3, 3),
            },
            Ontvanger = Derden.Deurwaarder,
        };
        var brief = Lees(opdracht);

        Assert.All(
            (string[])
                [
                    "Dwangbevel " + Vordering + "-D3",
                    "hoofdsom: € 1.520,00",
                    "vergoeding voor de aanmaning: € 19,00",
                    "€ 20,00",
                    "samen: € 1.559,00",
                    "16 april 2026",
                    "3 maart 2026",
                    Vordering,
                    "De kosten van dit dwangbevel zijn voor u",
                    "kan op uw kosten ten uitvoer worden gelegd",
                    Tekst.Argument,
                ],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
        // It is not for the case of the recipient, and no objection is open against it.
        Assert.DoesNotContain("Maak dan bezwaar", brief, StringComparison.Ordinal);
        Assert.Equal(("dwangbevel", null, true), (opdracht.Soort, opdracht.Besluit, opdracht.NoemtOnderneming));
        Assert.Equal("", new Brief { Opdracht = opdracht }.KvkNummer);
        Assert.DoesNotContain(
            "rente die al is vastgesteld",
            Lees(opdracht with { Vorderingsbesluit = opdracht.Vorderingsbesluit! with { Rente = 0.00m } }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rente_die_wij_vergoeden_is_een_besluit_met_haar_dagen_en_bezwaar()
    {
        var brief = Lees(
            new()
            {
                Rentevergoeding = new(
                    Nummer,
                    Kvk,
                    Nummer + "-B2",
                    Nummer + "-B2-R",
                    8000.00m,
                    26.30m,
                    new(2026, 5, 1),
                    new(2026, 5, 2),
                    new(2026, 6, 1),
                    Guid.Empty,
                    "hash",
                    ["fien", "fred", "cor"],
                    Nu
                ),
            }
        );

        Assert.All(
            (string[])["€ 26,30", "€ 8.000,00", "1 mei 2026", "Van 2 mei 2026 tot en met 31 mei 2026", "Maak dan bezwaar", Nummer + "-B2-R"],
            stuk => Assert.Contains(stuk, brief, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Van_elk_vervolgbesluit_staat_er_wat_het_is()
    {
        Assert.Contains("1 september 2026", Lees(new() { Vorderingsbesluit = Genomen }), StringComparison.Ordinal);
        var rente = Genomen with
        {
            Soort = "rente",
            Bedrag = 30.00m,
            Totaal = 50.00m,
            Van = new LocalDate(2026, 1, 1),
            Tot = new LocalDate(2026, 2, 1),
            Termijnen = null,
        };
        var brief = Lees(new() { Vorderingsbesluit = rente });
        Assert.Contains("Van 1 januari 2026 tot en met 31 januari 2026 is dat samen € 50,00.", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("termijnen", brief, StringComparison.Ordinal);
        Assert.Contains(
            "€ 30,00 minder dan wij eerder vaststelden",
            Lees(new() { Vorderingsbesluit = rente with { Bedrag = -30.00m } }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "SLIM-1-B2",
            Lees(new() { Vorderingsbesluit = rente with { Soort = "verrekening", Betaalopdracht = "SLIM-1-B2" } }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "U betaalde daarom € 30,00 rente te veel.",
            Lees(new() { Vorderingsbesluit = rente with { Soort = "renteteruggave" } }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "trekken wij de regeling in",
            Lees(new() { Vorderingsbesluit = rente with { Soort = "regeling-intrekken" } }),
            StringComparison.Ordinal
        );
    }

    private static string Lees(Briefopdracht opdracht)
    {
        Briefgeval geval = new(opdracht, Regelboek.Versie("slim-2026"), Dag, Vorderingstekst: Tekst);
        using var brief = new GelezenBrief(Pdfbrief.Maak(Brieftekst.Van(Briefsoorten.Van(opdracht).Ingebouwd, geval, Bouwbedrijf)));
        return brief.Voorgelezen();
    }
}
