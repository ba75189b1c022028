using CsCheck;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Sjablonen;

public sealed class SjabloonTests
{
    private static readonly Briefsoort Verlening = Briefsoorten.Zoek("verlening")!;
    private static readonly Briefvelden Proef = new Briefvelden()
        .Als("duur", "het is duur", g => g.Opdracht.Verlening!.Bedrag > 1000)
        .Als("laat", "het is laat", _ => false)
        .Veld("bedrag", "het bedrag", g => Getal.Euro(g.Opdracht.Verlening!.Bedrag))
        .Veld("korting", "alleen als het duur is", _ => "10%", "duur")
        .Lijst<string>(
            "ding",
            "dingen",
            g => g.Opdracht.Verlening!.Activiteiten,
            ("naam", "hoe het heet", (ding, _) => ding),
            ("prijs", "wat het kost", (_, _) => "€ 1,00")
        )
        .Lijst<int>("getal", "getallen", _ => [1, 2], ("waarde", "het getal", (getal, _) => $"{getal}"))
        .MoetNoemen("bedrag", "korting");

    private const string Goed = "Het kost {bedrag}.\n\n[als duur]Met {korting} korting.[einde]\n";

    public static TheoryData<string> Soorten()
    {
        var data = new TheoryData<string>();
        foreach (var soort in Briefsoorten.Alle)
            data.Add(soort.Code);
        return data;
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Een_ingebouwd_sjabloon_doorstaat_de_controle_en_is_te_vullen(string code)
    {
        var soort = Briefsoorten.Zoek(code)!;

        Assert.Empty(Sjablooncontrole.Fouten(soort.Velden, soort.Ingebouwd.Tekst));
        var (onderwerp, blokken) = soort.Ingebouwd.Vul(new(soort.Voorbeeld, Regelboek.Versie("slim-2026"), Dag));
        Assert.DoesNotContain("{", onderwerp + string.Concat(blokken.SelectMany(Teksten)), StringComparison.Ordinal);
        Assert.Contains(new Alinea("Geachte heer of mevrouw,"), blokken);
        var beslissing = soort.Voorbeeld.Bezwaarbeslissing is not null;
        Assert.Equal(
            soort.Voorbeeld.Besluit is not null && !beslissing,
            blokken.Contains(new Kop("Bent u het niet eens met dit besluit?"))
        );
        Assert.Equal(beslissing, blokken.Contains(new Kop("Bent u het niet eens met deze beslissing?")));
    }

    [Fact]
    public void Koppen_alineas_lijsten_en_tabellen_worden_gevuld_en_herhaald()
    {
        var blokken = Vul(
            """
            # Wat u krijgt
            Een regel
            en nog een, {bedrag}.

            - vast punt
            - {ding.naam} van {ding.prijs}
              in twee regels

            | Ding | Prijs |
            | {ding.naam} | {ding.prijs} |
            | Samen | {bedrag} |
            """
        );

        Assert.Equal(new Kop("Wat u krijgt"), blokken[0]);
        Assert.Equal(new Alinea("Een regel en nog een, € 11.040,00."), blokken[1]);
        Assert.Equal(
            ["vast punt", "A van € 1,00 in twee regels", "C van € 1,00 in twee regels"],
            Assert.IsType<Opsomming>(blokken[2]).Punten
        );
        var tabel = Assert.IsType<Tabel>(blokken[3]);
        Assert.Equal(["Ding", "Prijs"], tabel.Koppen);
        Assert.Equal(["A € 1,00", "C € 1,00", "Samen € 11.040,00"], tabel.Rijen.Select(r => string.Join(' ', r)));
    }

    [Theory]
    [InlineData("a [als duur]b[anders]c[einde] d", "a b d")]
    [InlineData("a [als niet duur]b[anders]c[einde] d", "a c d")]
    [InlineData("a [als laat]b[einde]d", "a d")]
    [InlineData("a\n[als laat]\nb\n[anders]\n[als duur]\nc\n[einde]\n[einde]\nd", "a c d")]
    [InlineData("a [ als   duur ]b[einde]", "a b")]
    public void Een_stuk_staat_er_alleen_als_zijn_voorwaarde_geldt(string tekst, string gevuld) =>
        Assert.Equal([new Alinea(gevuld)], Vul(tekst));

    [Fact]
    public void Een_lege_lijst_of_tabel_laat_niets_achter() =>
        Assert.Equal(
            [new Alinea("Klaar.")],
            Vul("- {ding.naam}\n\n| Ding |\n| {ding.naam} |\n\nKlaar.", Verleend with { Activiteiten = [] })
        );

    [Fact]
    public void Wat_wordt_ingevuld_kan_geen_kop_cel_of_veld_worden() =>
        Gen.OneOf("# kop", "- punt", "| cel | cel |", "{bedrag}", "[als duur]", "a|b", "x\n# y", "{", "]")
            .Array[1, 3]
            .Sample(namen =>
            {
                var blokken = Vul(
                    "| Ding | Prijs |\n| {ding.naam} | {ding.prijs} |\n\n- {ding.naam}\n",
                    Verleend with
                    {
                        Activiteiten = namen,
                    }
                );

                Assert.Equal(2, blokken.Count);
                Assert.Equal(namen, Assert.IsType<Tabel>(blokken[0]).Rijen.Select(r => r[0]));
                Assert.All(((Tabel)blokken[0]).Rijen, rij => Assert.Equal("€ 1,00", rij[1]));
                Assert.Equal(namen, Assert.IsType<Opsomming>(blokken[1]).Punten);
            });

    [Theory]
    [InlineData("Goed {bedrag} [als duur]{korting}[einde]\n{bedag}", "Regel 2: het veld {bedag} kennen wij niet.")]
    [InlineData("{bedrag} {korting}", "Regel 1: het veld {korting} betekent alleen iets binnen [als duur].")]
    [InlineData(
        "{bedrag} [als niet duur]x[anders]{korting}[einde] [als niet duur]{korting}[einde]",
        "betekent alleen iets binnen [als duur]."
    )]
    [InlineData("{bedrag}\n\n[als mooi]x[einde]", "Regel 3: de voorwaarde 'mooi' kennen wij niet.")]
    [InlineData("[als duur]{korting} {bedrag}[einde]", "De brief moet {bedrag} altijd noemen.")]
    [InlineData("{bedrag} [als laat][als duur]{korting}[einde][einde]", "De brief moet {korting} altijd noemen als 'duur' geldt.")]
    [InlineData("{bedrag} [als duur]{korting}", "Regel 1: na [als duur] ontbreekt [einde].")]
    [InlineData("{bedrag} x[einde]", "bij [einde] hoort een [als …] ervoor.")]
    [InlineData("{bedrag}\n[anders] x", "Regel 2: bij [anders] hoort één [als …] ervoor.")]
    [InlineData("{bedrag} [zie artikel 2]", "[zie artikel 2] kennen wij niet.")]
    [InlineData("{bedrag} een { te veel", "Regel 1: er staat een losse {.")]
    [InlineData(Goed + "\n{ding.naam} hoort bij u", "Het veld {ding.naam} komt vaker voor.")]
    [InlineData(Goed + "\n- {ding.naam} en {getal.waarde}", "Eén regel noemt velden van ding en van getal.")]
    [InlineData(Goed + "\n| A | B |\n| {ding.naam} |", "De tabel 'A' heeft een rij met meer of minder cellen dan de eerste.")]
    [InlineData(Goed + "\n| A | |\n| x | y |", "Geef elke kolom van de tabel 'A' een kop")]
    [InlineData(Goed + "\n| A | B |\n[als laat]\n| x |\n[einde]", "De tabel 'A' heeft een rij met meer of minder cellen dan de eerste.")]
    [InlineData("{bedrag}\t[als duur]{korting}[einde]", "onzichtbaar stuurteken")]
    [InlineData(" ", "Schrijf een tekst van ten hoogste")]
    public void Wat_niet_te_vullen_is_wordt_in_woorden_geweigerd(string tekst, string uitleg)
    {
        Assert.Empty(Sjablooncontrole.Fouten(Proef, Sjabloontekst.Van("Onderwerp", Goed)));

        var fouten = Sjablooncontrole.Fouten(Proef, Sjabloontekst.Van("Onderwerp", tekst));

        Assert.Contains(fouten, f => f.Veld == "tekst" && f.Uitleg.Contains(uitleg, StringComparison.Ordinal));
        Assert.All(fouten, f => Assert.All(f.Uitleg.Split(". "), zin => Assert.InRange(zin.Split(' ').Length, 1, 20)));
    }

    [Theory]
    [InlineData("", "Schrijf het onderwerp op één regel")]
    [InlineData("een\nen twee", "Schrijf het onderwerp op één regel")]
    [InlineData("over {ding.naam}", "komt vaker voor")]
    [InlineData("over {iets}", "kennen wij niet")]
    public void Een_onderwerp_is_een_regel_met_velden_die_er_zijn(string onderwerp, string uitleg)
    {
        var fout = Assert.Single(Sjablooncontrole.Fouten(Proef, Sjabloontekst.Van(onderwerp, Goed)));

        Assert.Equal("onderwerp", fout.Veld);
        Assert.Contains(uitleg, fout.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Een_veld_met_alineas_geeft_alineas()
    {
        var velden = new Briefvelden()
            .Veld("waarom", "waarom", _ => "Eerst dit.\n\n\n# Dan dat.\nEn nog iets.\n\n")
            .Veld("leeg", "niets", _ => "");

        var (_, blokken) = new Sjabloon(velden, Sjabloontekst.Van("Onderwerp", "{waarom}\n\n{leeg}\n"), 2).Vul(
            new(new() { Verlening = Verleend }, Regelboek.Versie("slim-2026"), Dag)
        );

        Assert.Equal([new Alinea("Eerst dit."), new Alinea("# Dan dat.\nEn nog iets.")], blokken);
    }

    [Fact]
    public void Een_beslissing_zonder_laatste_dag_voor_beroep_of_zonder_motivering_wordt_geweigerd()
    {
        var soort = Briefsoorten.Zoek("beslissing-op-bezwaar")!;

        Assert.All(
            (string[])["laatste dag voor beroep", "motivering", "wordt", "periode tot"],
            veld =>
            {
                var zonder = soort.Ingebouwd.Tekst.Tekst.Replace($"{{{veld}}}", "iets", StringComparison.Ordinal);
                var fout = Assert.Single(Sjablooncontrole.Fouten(soort.Velden, Sjabloontekst.Van("Beslissing", zonder)));
                Assert.StartsWith($"De brief moet {{{veld}}} altijd noemen", fout.Uitleg, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Een_besluit_zonder_laatste_dag_voor_bezwaar_wordt_geweigerd()
    {
        var zonder = Verlening.Ingebouwd.Tekst.Tekst.Replace("{laatste dag voor bezwaar}", "over zes weken", StringComparison.Ordinal);

        var fout = Assert.Single(Sjablooncontrole.Fouten(Verlening.Velden, Sjabloontekst.Van("Besluit", zonder)));

        Assert.StartsWith("De brief moet {laatste dag voor bezwaar} altijd noemen.", fout.Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Wat_de_controle_doorstaat_is_voor_elke_zaak_te_vullen() =>
        Gen.Select(Gen.OneOf(Stukken).Array[0, 12], Gen.Int[0, 3], Gen.Bool)
            .Sample(
                (stukken, activiteiten, duur) =>
                {
                    var tekst = Sjabloontekst.Van("Over {bedrag}", string.Concat(stukken));
                    if (Sjablooncontrole.Fouten(Proef, tekst).Count > 0)
                        return;
                    var bericht = Verleend with
                    {
                        Bedrag = duur ? 2000.00m : 10.00m,
                        Activiteiten = [.. Enumerable.Repeat("A", activiteiten)],
                    };

                    var (_, blokken) = new Sjabloon(Proef, tekst, 2).Vul(
                        new(new() { Verlening = bericht }, Regelboek.Versie("slim-2026"), Dag)
                    );

                    Assert.NotEmpty(Pdfbrief.Maak(Voorbeelden.Inhoud(blokken)));
                },
                iter: 3000
            );

    [Fact]
    public void Regeleinden_en_wit_eromheen_maken_geen_andere_tekst() =>
        Assert.Equal(Sjabloontekst.Van("Over", "a\nb\n"), Sjabloontekst.Van(" Over ", "\r\na\r\nb\r\n\r\n"));

    private static readonly string[] Stukken =
    [
        "Het kost {bedrag}.\n\n",
        "[als duur]Met {korting}.[einde]\n\n",
        "[als duur]\n",
        "[als niet laat]\n",
        "[anders]\n",
        "[einde]\n",
        "# Kop\n",
        "- {ding.naam}\n",
        "- {getal.waarde}\n",
        "| A | B |\n",
        "| {ding.naam} | {ding.prijs} |\n",
        "| x | {bedrag} |\n",
        "\n",
    ];

    private static IEnumerable<string> Teksten(Briefblok blok) =>
        blok switch
        {
            Alinea alinea => [alinea.Tekst],
            Kop kop => [kop.Tekst],
            Opsomming opsomming => opsomming.Punten,
            Tabel tabel => [.. tabel.Koppen, .. tabel.Rijen.SelectMany(r => r)],
            _ => throw new ArgumentException("Unknown block.", nameof(blok)),
        };

    private static IReadOnlyList<Briefblok> Vul(string tekst, SubsidieVerleendBericht? bericht = null) =>
        new Sjabloon(Proef, Sjabloontekst.Van("Onderwerp", tekst), 2)
            .Vul(new(new() { Verlening = bericht ?? Verleend }, Regelboek.Versie("slim-2026"), Dag))
            .Blokken;
}
