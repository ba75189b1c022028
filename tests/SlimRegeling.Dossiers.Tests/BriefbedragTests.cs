using System.Text.RegularExpressions;
using CsCheck;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>Every amount in a letter is that of the decision, to the cent, and there is no other.</summary>
public sealed class BriefbedragTests
{
    private const string Partij = "87654321";

    private static readonly Gen<decimal> Bedrag = Gen.Int[0, 50_000_000].Select(centen => centen / 100m);

    [Fact]
    public void De_verlening_noemt_de_bedragen_van_het_besluit_en_geen_andere() =>
        Gen.Select(Bedrag, Bedrag, Bedrag, Gen.Bool, Gen.Bool)
            .Sample(
                (kosten, bedrag, voorschot, samen, gedeeltelijk) =>
                {
                    var regels = Regelboek.Versie("slim-2026");
                    var type = samen ? Aanvragertype.Samenwerkingsverband : Aanvragertype.MkbOnderneming;
                    var deel = Getal.Centen(bedrag / 3);
                    var bericht = Verleend with
                    {
                        Aanvragertype = type,
                        SubsidiabeleKosten = kosten,
                        Bedrag = bedrag,
                        Voorschot = voorschot,
                        Gedeeltelijk = gedeeltelijk,
                        Verantwoording = Verantwoordingswijze.Van(regels, type, bedrag),
                        Partijen = samen ? new Dictionary<string, decimal> { [Kvk] = deel, [Partij] = bedrag - deel } : null,
                    };

                    var teksten = Teksten(new() { Verlening = bericht });

                    // What is budgeted holds the fixed amount of the auditor's report (2.15; 7.8 Kaderregeling), and nobody else contributes.
                    var begroot = Math.Max(kosten + (samen && bedrag >= 125_000m ? 3_000m : 0m), bedrag);
                    decimal[] besloten =
                    [
                        kosten,
                        bedrag,
                        begroot,
                        begroot - bedrag,
                        0m,
                        .. voorschot == 0 ? (decimal[])[] : [voorschot],
                        .. bericht.Partijen?.Values ?? [],
                        .. samen && voorschot > 0 ? (decimal[])[Voorschot.NaVoortgang(regels, bedrag, 24)] : [],
                    ];
                    var genoemd = Bedragen(teksten);
                    Assert.Subset(besloten.Select(Getal.Euro).ToHashSet(), genoemd);
                    Assert.Superset(besloten.Where(b => b > 0).Select(Getal.Euro).ToHashSet(), genoemd);
                },
                iter: 300
            );

    [Fact]
    public void De_vaststelling_noemt_de_bedragen_van_het_besluit_en_geen_andere() =>
        Gen.Select(Bedrag, Bedrag, Bedrag)
            .Sample(
                (verleend, vastgesteld, voorschotten) =>
                {
                    vastgesteld = Math.Min(verleend, vastgesteld);
                    var bericht = Vastgesteld with
                    {
                        Verleend = verleend,
                        Vastgesteld = vastgesteld,
                        Voorschotten = voorschotten,
                        NogTeBetalen = vastgesteld - voorschotten,
                    };

                    var genoemd = Bedragen(Teksten(new() { Vaststelling = bericht }));

                    Assert.Equal(
                        new[] { verleend, vastgesteld, voorschotten, Math.Abs(vastgesteld - voorschotten) }.Select(Getal.Euro).ToHashSet(),
                        genoemd
                    );
                },
                iter: 300
            );

    [Fact]
    public void De_beslissing_op_bezwaar_noemt_de_bedragen_van_het_besluit_en_geen_andere() =>
        Gen.Select(Bedrag, Bedrag, Bedrag, Bedrag, Gen.Bool)
            .Sample(
                (kosten, bedrag, was, voorschot, wijzigen) =>
                {
                    var beslissing = Briefsoorten.Zoek("beslissing-op-bezwaar")!.Voorbeeld.Bezwaarbeslissing! with
                    {
                        Gevolg = wijzigen ? "wijzigen" : "verlenen",
                        SubsidiabeleKosten = kosten,
                        Bedrag = bedrag,
                        Was = wijzigen ? was : null,
                        Voorschot = voorschot,
                    };

                    var genoemd = Bedragen(Teksten(new() { Bezwaarbeslissing = beslissing }));

                    decimal[] besloten =
                    [
                        kosten,
                        bedrag,
                        .. wijzigen ? (decimal[])[was] : [],
                        .. voorschot == 0 ? (decimal[])[] : [voorschot],
                    ];
                    Assert.Equal(besloten.Select(Getal.Euro).ToHashSet(), genoemd);
                },
                iter: 300
            );

    [Fact]
    public void Het_herstelbesluit_noemt_de_bedragen_van_het_besluit_en_geen_andere() =>
        Gen.Select(Bedrag, Bedrag, Bedrag, Bedrag, Gen.OneOf("verlenen", "wijzigen", "tekst"), Gen.Bool)
            .Sample(
                (kosten, bedrag, was, voorschot, gevolg, samen) =>
                {
                    var deel = Getal.Centen(bedrag / 3);
                    var (verlenen, wijzigen) = (gevolg == "verlenen", gevolg == "wijzigen");
                    var bericht = Briefsoorten.Zoek("herstelbesluit")!.Voorbeeld.Herstel! with
                    {
                        Gevolg = verlenen || wijzigen ? gevolg : null,
                        SubsidiabeleKosten = kosten,
                        Bedrag = bedrag,
                        Was = wijzigen ? was : null,
                        Voorschot = voorschot,
                        Partijen = samen ? new Dictionary<string, decimal> { [Kvk] = deel, [Partij] = bedrag - deel } : null,
                    };

                    var genoemd = Bedragen(Teksten(new() { Herstel = bericht }));

                    decimal[] besloten =
                    [
                        .. verlenen || wijzigen ? (decimal[])[kosten, bedrag, .. bericht.Partijen?.Values ?? []] : [],
                        .. wijzigen ? (decimal[])[was] : [],
                        .. (verlenen || wijzigen) && voorschot > 0 ? (decimal[])[voorschot] : [],
                    ];
                    Assert.Equal(besloten.Select(Getal.Euro).ToHashSet(), genoemd);
                },
                iter: 300
            );

    [Fact]
    public void Een_berekening_noemt_elk_bedrag_van_elke_regel_en_geen_ander() =>
        Gen.Select(Bedrag.Array[1, 6], Gen.Int[0, 3])
            .Sample(
                (bedragen, soort) =>
                {
                    Onderbouwing waarom = new([], [.. bedragen.Select(b => new Onderbouwing.Regel("Kosten", b, "2.14"))]);
                    var bezwaar = Briefsoorten.Zoek("beslissing-op-bezwaar")!.Voorbeeld.Bezwaarbeslissing!;
                    var herstel = Briefsoorten.Zoek("herstelbesluit")!.Voorbeeld.Herstel!;
                    Briefopdracht opdracht = soort switch
                    {
                        0 => new() { Verlening = Verleend },
                        1 => new() { Bezwaarbeslissing = bezwaar },
                        2 => new() { Herstel = herstel },
                        _ => new() { Herstel = herstel with { Gevolg = "verlenen" } },
                    };

                    var zonder = Bedragen(Teksten(opdracht));
                    var met = Bedragen(Teksten(opdracht, waarom));

                    HashSet<string> verwacht = [.. zonder, .. bedragen.Select(Getal.Euro)];
                    Assert.Equal(verwacht, met);
                },
                iter: 200
            );

    /// <summary>The amounts of a text, each with its sign.</summary>
    private static HashSet<string> Bedragen(IEnumerable<string> teksten) =>
        [.. teksten.SelectMany(t => Regex.Matches(t, @"€\s[0-9.]+,[0-9]{2}")).Select(m => m.Value)];

    private static List<string> Teksten(Briefopdracht opdracht, Onderbouwing? waarom = null)
    {
        var (onderwerp, blokken) = Briefsoorten.Van(opdracht).Ingebouwd.Vul(new(opdracht, Regelboek.Versie("slim-2026"), Dag, waarom));
        return
        [
            onderwerp,
            .. blokken.SelectMany(blok =>
                blok switch
                {
                    Alinea alinea => [alinea.Tekst],
                    Kop kop => [kop.Tekst],
                    Opsomming opsomming => opsomming.Punten,
                    Tabel tabel => (IEnumerable<string>)[.. tabel.Koppen, .. tabel.Rijen.SelectMany(r => r)],
                    _ => throw new ArgumentException("Unknown block.", nameof(opdracht)),
                }
            ),
        ];
    }
}
