using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests.Declaraties;

/// <summary>Of every party of a partnership somebody says whether the limit of its sector holds: nothing is presumed.</summary>
public sealed class SectorgrensTests
{
    private const string Boerderij = "10000002";

    private static readonly DeclaratieBeoordelen.Verzoek Goed = AllesGoed(VanVerband);

    [Fact]
    public void Zonder_antwoord_per_partij_wordt_er_niets_voorgesteld()
    {
        var artikel = Regelboek.Versie("slim-2025").Parameters[Parameters.MaximumLandbouwInSamenwerkingsverband.Code].Artikel;

        Assert.Equal(
            [("sectoren.10000001", artikel), ($"sectoren.{Boerderij}", artikel), ($"sectoren.{School}", artikel)],
            Fouten(Goed with { Sectoren = null })
        );
        Assert.Equal([($"sectoren.{Boerderij}", artikel)], Fouten(Goed with { Sectoren = Sectoren(null) }));
        Assert.Equal([($"sectoren.{Boerderij}", (string?)null)], Fouten(Goed with { Sectoren = Sectoren("horeca") }));
        Assert.Empty(Fouten(Goed));
    }

    [Fact]
    public void Een_landbouwbedrijf_krijgt_niet_meer_dan_zijn_grens()
    {
        var ingediend = Ingediend(Verband, VanVerband);
        var landbouw = ingediend.Dan(s => Oordeel(s, Goed with { Sectoren = Sectoren("landbouw") }, VanVerband));
        var overig = ingediend.Dan(s => Oordeel(s, Goed, VanVerband));

        // 41,400.00 and 27,600.00 of the others, 20,000.00 in the place of 31,050.00, and the auditor's report.
        Assert.Equal((103_050.00m, 92_000.00m), (overig.Voorstel!.Vastgesteld, landbouw.Voorstel!.Vastgesteld));
        Assert.Equal("landbouw", landbouw.Voorstel.Afrekening!.Sectoren![Boerderij]);
    }

    [Fact]
    public void Wie_alleen_is_heeft_geen_partijen_te_noemen() => Assert.Null(Oordeel(Ingediend(), Oordelen).Weigering);

    /// <summary>It is computed again as it was decided.</summary>
    [Fact]
    public void Een_voorstel_van_voor_de_vraag_blijft_zoals_het_was()
    {
        var toen = Ingediend(Verband, VanVerband)
            .Dan(s =>
                DeclaratieBeoordelen.Beslis(
                    Zaak,
                    s,
                    VanVerband,
                    Goed with
                    {
                        Sectoren = null,
                    },
                    Bewaar,
                    Beoordelaar,
                    Regelstanden.Ongewijzigd,
                    Op("2025-08-01T10:00:00"),
                    zonderSectoren: true
                )
            );

        Assert.Equal(103_050.00m, toen.Voorstel!.Vastgesteld);
    }

    /// <param name="sector">Of the farm; null when nothing is said of it.</param>
    private static Dictionary<string, string> Sectoren(string? sector)
    {
        var sectoren = new Dictionary<string, string> { ["10000001"] = "overig", [School] = "overig" };
        if (sector is not null)
        {
            sectoren[Boerderij] = sector;
        }
        return sectoren;
    }

    private static IReadOnlyList<(string Veld, string? Artikel)> Fouten(DeclaratieBeoordelen.Verzoek verzoek) =>
        [.. (Oordeel(Ingediend(Verband, VanVerband), verzoek, VanVerband).Weigering?.Fouten ?? []).Select(f => (f.Veld, f.Artikel))];
}
