using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letter beforehand says what the letter says: it is made of the same content.</summary>
public sealed class BriefvoorbeeldTests
{
    private static readonly Bezwaarmotivering Waarom = new("Het plan is niet haalbaar.");

    private static readonly BezwaarBeslistBericht Beslist = new(
        Nummer,
        $"{Nummer}-BZ1",
        Kvk,
        "slim-2026",
        $"{Nummer}-V1",
        "afwijzing",
        "aanvrager",
        $"{Nummer}-BZ1-1",
        Dag,
        "ongegrond",
        Guid.Empty,
        "hash",
        ["bo-2", "voorbeeld"],
        Nu
    );

    [Fact]
    public void Het_voorbeeld_zegt_in_dezelfde_volgorde_wat_de_brief_zegt()
    {
        foreach (
            var opdracht in (Briefopdracht[])
                [
                    new() { Verlening = Verleend },
                    new() { Afwijzing = Afgewezen },
                    new() { Bezwaarbeslissing = Beslist },
                    new() { BuitenBehandeling = NietBehandeld },
                ]
        )
        {
            var brief = Brief(opdracht, Bouwbedrijf);

            var beeld = Briefvoorbeeld.Van(opdracht, brief, adresBekend: true, "hash");

            Assert.Equal((brief.Kenmerk, brief.Datum, brief.Onderwerp), (beeld.Kenmerk, beeld.Datum, beeld.Onderwerp));
            Assert.Equal(brief.Blokken.SelectMany(Woorden), beeld.Blokken.SelectMany(Woorden));
            Assert.Equal(brief.Slot, beeld.Slot);
            Assert.Equal((opdracht.Soort, "hash"), (beeld.Soort, beeld.Sjabloonhash));
            Assert.Contains("Bouwbedrijf De Troffel B.V.", beeld.Adressering);
        }
    }

    [Fact]
    public void Het_voorbeeld_van_een_beslissing_op_bezwaar_noemt_waarom_en_het_beroep()
    {
        Briefopdracht opdracht = new() { Bezwaarbeslissing = Beslist };

        var beeld = Briefvoorbeeld.Van(opdracht, Brief(opdracht, Bouwbedrijf), adresBekend: true, "hash");

        Assert.Equal(("beslissing-op-bezwaar", $"{Nummer}-BZ1-1"), (beeld.Soort, beeld.Kenmerk));
        var tekst = string.Join('\n', beeld.Blokken.SelectMany(Woorden));
        Assert.Contains("Uw bezwaar is ongegrond.", tekst, StringComparison.Ordinal);
        Assert.Contains("Het plan is niet haalbaar.", tekst, StringComparison.Ordinal);
        Assert.Contains("beroep", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Dat_er_nog_geen_adres_is_wordt_gezegd()
    {
        Briefopdracht opdracht = new() { Verlening = Verleend };
        var brief = Brief(opdracht, new("(naam)", "", "", ""));

        var beeld = Briefvoorbeeld.Van(opdracht, brief, adresBekend: false, "hash");

        Assert.False(beeld.AdresBekend);
        Assert.All(beeld.Adressering, regel => Assert.False(string.IsNullOrWhiteSpace(regel)));
    }

    private static Briefinhoud Brief(Briefopdracht opdracht, Adres aan) =>
        Brieftekst.Van(Briefsoorten.Van(opdracht).Ingebouwd, new(opdracht, Regelboek.Versie("slim-2026"), Dag, Motivering: Waarom), aan);

    private static IEnumerable<string> Woorden(Briefblok blok) =>
        blok switch
        {
            Kop k => [k.Tekst],
            Alinea a => [a.Tekst],
            Opsomming o => o.Punten,
            Tabel t => [.. t.Koppen, .. t.Rijen.SelectMany(r => r)],
            _ => throw new ArgumentException($"What is {blok.GetType().Name}?", nameof(blok)),
        };

    private static IEnumerable<string> Woorden(Briefblokbeeld blok) =>
        [
            .. blok.Tekst is { } tekst ? (string[])[tekst] : [],
            .. blok.Punten ?? [],
            .. blok.Koppen ?? [],
            .. (blok.Rijen ?? []).SelectMany(r => r),
        ];
}
