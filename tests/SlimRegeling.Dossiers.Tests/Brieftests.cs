using System.Globalization;
using System.Text;
using CsCheck;
using SlimRegeling.Dossiers.Brieven;
using UglyToad.PdfPig.Tokens;
using static SlimRegeling.Dossiers.Tests.Voorbeelden;

namespace SlimRegeling.Dossiers.Tests;

public sealed class Brieftests
{
    private static readonly Briefblok[] AlleBlokken =
    [
        new Alinea("Geachte mevrouw Yıldız-Müller,"),
        new Kop("Wat u krijgt"),
        new Alinea("U krijgt € 11.040,00 subsidie op grond van artikel 8 van de regeling."),
        new Opsomming(["Begin binnen drie maanden.", "Bewaar uw urenstaten."]),
        Begroting(2),
        new Kop("Bent u het niet eens met dit besluit?"),
        new Alinea("Maak dan binnen zes weken bezwaar."),
    ];

    [Fact]
    public void Alles_wat_de_brief_zegt_wordt_in_volgorde_voorgelezen()
    {
        using var brief = Lees(AlleBlokken);

        var tekst = brief.Voorgelezen();

        var plek = 0;
        foreach (
            var zin in (string[])
                [
                    "Uitvoering SLIM-regeling ",
                    "Bakkerij De Gouden Aar B.V. t.a.v. mevrouw Ç. Yıldız-Müller Dorpsstraat 12 3511 AB Utrecht ",
                    "Datum: 15 juni 2026 Ons kenmerk: SLIM-7K2M9QX4TB ",
                    "Besluit op uw aanvraag: subsidie verleend ",
                    "Wat u krijgt ",
                    "U krijgt € 11.040,00 subsidie op grond van artikel 8 van de regeling. ",
                    "• Begin binnen drie maanden. • Bewaar uw urenstaten. ",
                    "Kostensoort Uren Tarief Bedrag Regel 1: adviseur 40 € 135,00 € 5.400,00 Regel 2: adviseur ",
                    "Maak dan binnen zes weken bezwaar. ",
                    "Hoogachtend, ",
                    "J. Jansen teammanager ",
                ]
        )
        {
            plek = tekst.IndexOf(zin, plek, StringComparison.Ordinal);
            Assert.True(plek >= 0, $"'{zin}' staat niet op zijn plaats in: {tekst}");
        }
    }

    [Fact]
    public void De_tags_vertellen_wat_titel_kop_alinea_lijst_en_tabel_is()
    {
        using var brief = Lees(AlleBlokken);

        Assert.Equal(
            [
                "0:Document",
                "1:P",
                "1:P",
                "1:P",
                "1:H1",
                "1:P",
                "1:H2",
                "1:P",
                "1:L",
                "2:LI",
                "3:Lbl",
                "3:LBody",
                "2:LI",
                "3:Lbl",
                "3:LBody",
                "1:Table",
                "2:THead",
                "3:TR",
                .. Enumerable.Repeat("4:TH Column", 4),
                "2:TBody",
                "3:TR",
                .. Enumerable.Repeat("4:TD", 4),
                "3:TR",
                .. Enumerable.Repeat("4:TD", 4),
                "1:H2",
                "1:P",
                "1:P",
            ],
            brief.Tags()
        );
        Assert.Equal(0, brief.LosseLetters());
    }

    [Fact]
    public void Het_bestand_zegt_dat_het_toegankelijk_is_in_welke_taal_en_hoe_het_heet()
    {
        using var brief = Lees(AlleBlokken);

        Assert.Equal("1", brief.Metadata.Descendants("{http://www.aiim.org/pdfua/ns/id/}part").Single().Value);
        Assert.Equal(
            "Besluit op uw aanvraag: subsidie verleend (SLIM-7K2M9QX4TB)",
            brief.Metadata.Descendants("{http://purl.org/dc/elements/1.1/}title").Single().Value
        );
        Assert.Equal("Besluit op uw aanvraag: subsidie verleend (SLIM-7K2M9QX4TB)", brief.Titel);
        Assert.Equal("nl-NL", Assert.IsType<StringToken>(brief.Los(brief.Catalogus, "Lang")).Data);
        Assert.True(Assert.IsType<BooleanToken>(brief.Los(Woordenboek(brief, "MarkInfo"), "Marked")).Data);
        Assert.True(Assert.IsType<BooleanToken>(brief.Los(Woordenboek(brief, "ViewerPreferences"), "DisplayDocTitle")).Data);
    }

    [Fact]
    public void Een_lange_tabel_loopt_door_op_volgende_bladen_met_dezelfde_koppen()
    {
        using var brief = Lees(Begroting(120));

        Assert.InRange(brief.AantalBladen, 4, 6);
        for (var blad = 1; blad <= brief.AantalBladen - 1; blad++)
        {
            Assert.Contains("Kostensoort Uren Tarief Bedrag ", brief.Blad(blad), StringComparison.Ordinal);
            Assert.Contains($"pagina {blad} van {brief.AantalBladen}", brief.Blad(blad), StringComparison.Ordinal);
        }

        var tekst = brief.Voorgelezen();
        Assert.Equal(2, tekst.Split("Kostensoort").Length);
        for (var rij = 1; rij <= 120; rij++)
            Assert.Equal(2, tekst.Split(string.Create(CultureInfo.InvariantCulture, $"Regel {rij}: ")).Length);
        Assert.Single(brief.Tags(), x => x == "1:Table");
        Assert.Equal(121, brief.Tags().Count(x => x == "3:TR"));
        Assert.Equal(0, brief.LosseLetters());
    }

    [Fact]
    public void Een_cel_hoger_dan_een_blad_verliest_geen_woord()
    {
        var woorden = Enumerable.Range(1, 3000).Select(i => string.Create(CultureInfo.InvariantCulture, $"w{i}")).ToList();
        using var brief = Lees(
            new Tabel(
                ["Wat", "Toelichting"],
                [
                    ["Plan", string.Join(' ', woorden)],
                ]
            )
        );

        Assert.True(brief.AantalBladen > 2);
        Assert.Superset(woorden.ToHashSet(), brief.Voorgelezen().Split(' ').ToHashSet());
    }

    [Fact]
    public void Een_alinea_die_over_een_blad_loopt_blijft_een_alinea()
    {
        using var brief = Lees(new Alinea(string.Join(' ', Enumerable.Repeat("Wij hebben uw aanvraag zorgvuldig bekeken.", 300))));

        Assert.True(brief.AantalBladen > 1);
        Assert.Equal(["0:Document", "1:P", "1:P", "1:P", "1:H1", "1:P", "1:P"], brief.Tags());
        Assert.Equal(301, brief.Voorgelezen().Split("Wij hebben uw aanvraag zorgvuldig bekeken.").Length);
    }

    [Fact]
    public void Dezelfde_inhoud_geeft_dezelfde_bytes_ook_als_er_meer_tegelijk_worden_gemaakt()
    {
        var eerste = Pdfbrief.Maak(Inhoud(AlleBlokken));

        var andere = new byte[16][];
        Parallel.For(0, andere.Length, i => andere[i] = Pdfbrief.Maak(Inhoud(AlleBlokken)));

        Assert.All(andere, x => Assert.Equal(eerste, x));
        Assert.NotEqual(eerste, Pdfbrief.Maak(Inhoud(AlleBlokken) with { Kenmerk = "SLIM-7K2M9QX4TC" }));
    }

    [Fact]
    public void Een_bedrag_staat_nooit_los_van_zijn_euroteken()
    {
        for (var woorden = 1; woorden < 40; woorden++)
        {
            using var brief = Lees(new Alinea(string.Concat(Enumerable.Repeat("woord ", woorden)) + "€ 11.040,00"));
            Assert.Single(brief.Regels(1), x => x.Contains("€ 11.040,00", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Een_tabel_met_een_rij_van_andere_lengte_wordt_geweigerd() =>
        Assert.Throws<ArgumentException>(() =>
            Pdfbrief.Maak(
                Inhoud(
                    new Tabel(
                        ["Wat", "Bedrag"],
                        [
                            ["Advies"],
                        ]
                    )
                )
            )
        );

    [Fact]
    public void Wat_iemand_ook_invult_de_brief_blijft_leesbaar() =>
        Gen.Select(Vijandig, Vijandig, Vijandig)
            .Sample(
                (naam, onderwerp, tekst) =>
                {
                    var inhoud = Inhoud(
                        new Alinea(tekst),
                        new Kop(naam),
                        new Opsomming([tekst]),
                        new Tabel(
                            [naam, "Bedrag"],
                            [
                                [tekst, "1,00"],
                            ]
                        )
                    );
                    using var brief = new GelezenBrief(Pdfbrief.Maak(inhoud with { Onderwerp = onderwerp, Adressering = [naam] }));
                    Assert.Equal("1", brief.Metadata.Descendants("{http://www.aiim.org/pdfua/ns/id/}part").Single().Value);
                    Assert.Equal(0, brief.LosseLetters());
                    Assert.DoesNotContain('\0', brief.Voorgelezen());
                },
                iter: 60
            );

    private static readonly Gen<string> Vijandig = Gen.OneOf<string>(
        Gen.OneOf(
            "",
            " ",
            "\n\n",
            "Jörg & Søren <b>\"BV\"</b>",
            "Ольга Петрова",
            "علي بن حسن",
            "王小明",
            "👩‍👩‍👧 gezin",
            "e\u0301\u0301",
            "\uD800x",
            "\u202Eomgekeerd",
            "\0\u0007\t"
        ),
        Gen.String[Gen.Char, 0, 200],
        Gen.Char.AlphaNumeric.Array[180].Select(x => new string(x)),
        Gen.Int[0x20, 0x1FAFF]
            .Where(x => x is < 0xD800 or > 0xDFFF)
            .Array[0, 60]
            .Select(x => string.Concat(x.Select(r => new Rune(r).ToString())))
    );

    private static DictionaryToken Woordenboek(GelezenBrief brief, string sleutel) =>
        Assert.IsType<DictionaryToken>(brief.Los(brief.Catalogus, sleutel));

    private static GelezenBrief Lees(params IReadOnlyList<Briefblok> blokken) => new(Pdfbrief.Maak(Inhoud(blokken)));
}
