namespace SlimRegeling.Regels.Tests;

/// <summary>The grounds to withdraw, each with its article under every version.</summary>
public sealed class IntrekkingsgrondenTests
{
    [Fact]
    public void Elke_versie_kent_elke_grond_in_de_volgorde_van_de_artikelen() =>
        Assert.All(
            Regelboek.Laad(),
            versie =>
            {
                Assert.Equal(Intrekkingsgrondcode.Alle.Order(), versie.Intrekkingsgronden.Keys.Order());
                Assert.All(
                    versie.Intrekkingsgronden.Values,
                    grond =>
                        Assert.Equal(
                            grond.Artikel.StartsWith("4:49", StringComparison.Ordinal)
                                ? Intrekkingsbetreft.Vaststelling
                                : Intrekkingsbetreft.Verlening,
                            grond.Betreft
                        )
                );
            }
        );

    [Theory]
    [InlineData("slim-2020", "25, eerste lid, onderdeel a", Status.Onbevestigd)]
    [InlineData("slim-2024", "25, eerste lid, onderdeel a", Status.Onbevestigd)]
    [InlineData("slim-2025", "2.25, eerste lid, onderdeel a", Status.Bevestigd)]
    [InlineData("slim-2026", "2.25, eerste lid, onderdeel a", Status.Bevestigd)]
    public void Het_artikel_van_de_regeling_volgt_de_nummering_van_de_versie(string id, string artikel, Status status)
    {
        var grond = Regelboek.Versie(id).Intrekkingsgrond(Intrekkingsgrondcode.NietBesteed);

        Assert.Equal((artikel, status), (grond.Artikel, grond.Status));
    }

    [Theory]
    [InlineData("slim-2020", "25")]
    [InlineData("slim-2024", "25")]
    [InlineData("slim-2025", "2.25")]
    [InlineData("slim-2026", "2.25")]
    public void Een_weigering_noemt_het_artikel_van_de_versie_en_na_de_vaststelling_dat_van_de_Awb(string id, string artikel)
    {
        var versie = Regelboek.Versie(id);

        Assert.Equal(artikel, Intrekkingsartikel.Regeling(versie));
        Assert.Equal($"artikel {artikel}; artikel 4:48, eerste lid, Awb", Intrekkingsartikel.Van(versie, Intrekkingsbetreft.Verlening));
        Assert.Equal("artikel 4:49, eerste lid, Awb", Intrekkingsartikel.Van(versie, Intrekkingsbetreft.Vaststelling));
    }

    /// <summary>Of the years until 2024 no text is at hand.</summary>
    [Theory]
    [InlineData("slim-2020", "27", null, "4.1", Status.Onbevestigd)]
    [InlineData("slim-2024", "27", null, "4.1", Status.Onbevestigd)]
    [InlineData("slim-2025", "4.1", "25", null, Status.Bevestigd)]
    [InlineData("slim-2026", "4.1", "25", null, Status.Bevestigd)]
    public void Het_artikel_van_de_hardheidsclausule_is_dat_van_de_versie(
        string id,
        string artikel,
        string? oud,
        string? nieuw,
        Status status
    )
    {
        var versie = Regelboek.Versie(id);
        var clausule = versie.Bepaling(Bepalingcode.Hardheidsclausule);

        Assert.Equal(artikel, Intrekkingsartikel.Hardheid(versie));
        Assert.Equal((oud, nieuw, status), (clausule.ArtikelOud, clausule.ArtikelNieuw, clausule.Status));
        // It shares no number with what is withdrawn by.
        Assert.NotEqual(Intrekkingsartikel.Regeling(versie), artikel);
    }

    /// <summary>Of the years until 2024 no text is at hand.</summary>
    [Theory]
    [InlineData("slim-2020", null, null)]
    [InlineData("slim-2024", null, null)]
    [InlineData("slim-2025", "2.25, derde lid", "2.25, derde en vierde lid")]
    [InlineData("slim-2026", "2.25, derde lid", "2.25, derde en vierde lid")]
    public void De_wettelijke_rente_komt_erbij_waar_de_versie_dat_zegt(string id, string? vaststelling, string? verlening)
    {
        var versie = Regelboek.Versie(id);

        Assert.Equal(vaststelling, Intrekkingsartikel.Rente(versie, Intrekkingsbetreft.Vaststelling));
        Assert.Equal(verlening, Intrekkingsartikel.Rente(versie, Intrekkingsbetreft.Verlening));
    }

    [Fact]
    public void Een_grond_die_niet_bevestigd_is_staat_bij_wat_nog_moet_worden_nagegaan()
    {
        Assert.Contains(Intrekkingsgrondcode.NietBesteed, Regelboek.Versie("slim-2024").Onbevestigd);
        Assert.Contains(Termijncode.ZienswijzeIntrekking, Regelboek.Versie("slim-2026").Onbevestigd);
        Assert.DoesNotContain(Intrekkingsgrondcode.OnjuisteGegevens, Regelboek.Versie("slim-2020").Onbevestigd);
    }
}
