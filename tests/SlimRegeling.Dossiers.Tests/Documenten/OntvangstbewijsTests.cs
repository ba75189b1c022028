using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Platform.Tijd;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Documenten;

/// <summary>The receipt as a PDF: what was received, and nothing that changes afterwards.</summary>
public sealed class OntvangstbewijsTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly Zaakwijzer.Ontvangen Op = new(
        Moment.Op(new NodaTime.LocalDateTime(2026, 6, 22, 16, 0, 7)),
        11040.00m,
        Hash.Replace('0', 'f')
    );

    private static readonly Zaakwijzer.Ontvangststand Stand = new(
        [new("de-minimisverklaring", "De-minimisverklaring", "artikel 2.8, tweede lid", ["Houtcollege", "Zagerij De Plank"])],
        [new("bewijs-bankrekening", "Bewijs van de bankrekening"), new("samenwerkingsovereenkomst", "Samenwerkingsovereenkomst")],
        [new("90003002", "Zagerij De Plank"), new("90003004")],
        "68727720"
    );

    private static readonly Zaakwijzer.Gegevens Gegevens = new(Nummer, Kvk, "2026-04-mkb", "slim-2026", Op);

    [Fact]
    public void Het_noemt_nummer_moment_bedrag_stukken_en_afdrukken_en_is_te_lezen_door_iedereen()
    {
        using var brief = new GelezenBrief(
            Pdfbrief.Maak(
                Ontvangstbewijstekst.Van(Gegevens, Op, [new("bewijs-bankrekening", "rekening é.pdf", Hash), new("bijlage", null, Hash)])
            )
        );

        var tekst = string.Concat(Enumerable.Range(1, brief.AantalBladen).Select(brief.Blad)).Replace(" ", "", StringComparison.Ordinal);
        foreach (
            var deel in (string[])
                [
                    Nummer,
                    "22 juni 2026, 16.00.07 uur",
                    "11.040,00",
                    "2026-04-mkb",
                    "rekening é.pdf (bewijs-bankrekening)",
                    "zonder naam (bijlage)",
                    Hash,
                    Op.Inhoud,
                    "artikel 4:3a Awb",
                ]
        )
        {
            Assert.Contains(deel.Replace(" ", "", StringComparison.Ordinal), tekst, StringComparison.Ordinal);
        }
        Assert.Equal(0, brief.LosseLetters());
        Assert.Contains(brief.Tags(), t => t.EndsWith("H1", StringComparison.Ordinal));
    }

    [Fact]
    public void Het_noemt_in_woorden_wat_ontbrak_wie_niet_bevestigde_en_wie_indiende()
    {
        var tekst = Tekst(Op with { Stand = Stand }, [new("bewijs-bankrekening", "rekening.pdf", Hash)]);

        foreach (
            var deel in (string[])
                [
                    "rekening.pdf (Bewijs van de bankrekening)",
                    "De-minimisverklaring (artikel 2.8, tweede lid), van Houtcollege en van Zagerij De Plank",
                    "Samenwerkingsovereenkomst: geen bestand ontvangen",
                    "Zagerij De Plank (KVK-nummer 90003002)",
                    "KVK-nummer 90003004",
                    $"adviseur met KVK-nummer 68727720, namens KVK-nummer {Kvk}",
                ]
        )
        {
            Assert.Contains(deel, tekst, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Bewijs van de bankrekening: geen", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("de-minimisverklaring (", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Wie_niets_vergat_en_zelf_indiende_leest_dat()
    {
        var tekst = Tekst(
            Op with
            {
                Stand = new([], [new("bewijs-bankrekening", "Bewijs van de bankrekening")], []),
            },
            [new("bewijs-bankrekening", "rekening.pdf", Hash)]
        );

        Assert.Contains("ontbrak er geen", tekst, StringComparison.Ordinal);
        Assert.Contains("de onderneming zelf", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Partijen die", tekst, StringComparison.Ordinal);
    }

    private static string Tekst(Zaakwijzer.Ontvangen ontvangen, IReadOnlyList<Ontvangstbewijs.Stuk> stukken) =>
        string.Join(
            '\n',
            Ontvangstbewijstekst
                .Van(Gegevens with { Ingediend = ontvangen }, ontvangen, stukken)
                .Blokken.SelectMany(b =>
                    b switch
                    {
                        Alinea a => (IEnumerable<string>)[a.Tekst],
                        Kop k => [k.Tekst],
                        Opsomming o => o.Punten,
                        Tabel t => t.Rijen.SelectMany(r => r),
                        _ => [],
                    }
                )
        );

    [Fact]
    public void Alleen_wat_met_het_concept_kwam_hoort_erbij()
    {
        var kort = NodaTime.Duration.FromMinutes(1);
        var document = new Document { BijConcept = true, OntvangenOp = Op.Op - kort };

        Assert.True(Ontvangstbewijs.Hoort(document, Op));
        Assert.True(Ontvangstbewijs.Hoort(document with { BijConcept = false, IngediendOp = Op.Op, Stand = Documentstand.Geweigerd }, Op));
        Assert.False(Ontvangstbewijs.Hoort(document with { OntvangenOp = Op.Op + kort }, Op));
        Assert.False(Ontvangstbewijs.Hoort(document with { BijConcept = false }, Op));
        Assert.False(Ontvangstbewijs.Hoort(document with { Stand = Documentstand.Verwijderd }, Op));
    }
}
