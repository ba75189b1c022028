using SlimRegeling.Aanvragen.Aanvraagformulieren;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>What the rules say of a draft while parts of it are still empty.</summary>
public sealed class DeelcontroleTests
{
    private static readonly Regelversie Versie = Regelboek.Versie("slim-2026");

    [Fact]
    public void Te_weinig_kosten_worden_gezegd_zonder_dat_de_onderneming_is_ingevuld()
    {
        var controle = Controleer(Adviseur(10m, 125m));

        var punt = Assert.Single(controle.Aandachtspunten);
        Assert.Equal(("activiteiten", "/activiteiten"), (punt.Veld, punt.Plaats));
        Assert.StartsWith("artikel 2.4", punt.Artikel, StringComparison.Ordinal);
        Assert.Equal(1_437.50m, controle.Kosten!.SubsidiabeleKosten);
        Assert.Contains(controle.Kosten.Regels, r => r.Artikel.StartsWith("2.14", StringComparison.Ordinal));
        Assert.DoesNotContain(controle.Kosten.Regels, r => r.Omschrijving.Contains("ubsidie over", StringComparison.Ordinal));
        Assert.Null(controle.Berekening);
    }

    [Fact]
    public void Kosten_die_nog_moeten_komen_zijn_niet_te_weinig()
    {
        Assert.Empty(Controleer(new Formulier()).Aandachtspunten);
        var gekozen = Controleer(new Formulier(Activiteiten: [new Activiteitgegevens("A")]));
        Assert.Empty(gekozen.Aandachtspunten);
        Assert.Null(gekozen.Kosten);
        // A kind that is not chosen yet cannot be computed.
        Assert.Empty(Controleer(new Formulier(Activiteiten: [new Activiteitgegevens(null!, OverigeExterneKosten: 5m)])).Aandachtspunten);
    }

    [Fact]
    public void Een_uurtarief_boven_het_maximum_is_een_opmerking_bij_dat_tarief_en_houdt_niets_tegen()
    {
        var compleet = Compleet with
        {
            Activiteiten = [new Activiteitgegevens("A", ExterneUren: [new ExterneUrenregel(60m, 135m), new ExterneUrenregel(1m, 135.01m)])],
        };
        var controle = Controleer(compleet);

        var punt = Assert.Single(controle.Opmerkingen);
        Assert.Equal("activiteiten[0].externeUren[1].uurtarief", punt.Veld);
        Assert.Contains("135,00", punt.Uitleg, StringComparison.Ordinal);
        Assert.StartsWith("artikel 2.14", punt.Artikel, StringComparison.Ordinal);
        Assert.Empty(controle.Aandachtspunten);
        Assert.True(controle.Indienbaar);
        Assert.Equal(controle.Kosten!.SubsidiabeleKosten, controle.Berekening!.SubsidiabeleKosten);
    }

    [Fact]
    public void Waar_een_marktconform_tarief_mag_tellen_vraagt_de_opmerking_om_bewijs_en_zwijgt_zij_als_het_er_is()
    {
        var toen = Regelboek.Versie("slim-2023");
        var tijdvak = Tijdvak with { Regelversie = toen.Id };
        Formulier Met(bool? marktconform) =>
            new(Activiteiten: [new Activiteitgegevens("A", ExterneUren: [new ExterneUrenregel(60m, 500m, marktconform)])]);

        var vraagt = Assert.Single(ConceptControleren.Controleer(Ingevuld with { Formulier = Met(null) }, tijdvak, toen).Opmerkingen);
        Assert.Contains("marktconform", vraagt.Uitleg, StringComparison.Ordinal);
        Assert.Empty(ConceptControleren.Controleer(Ingevuld with { Formulier = Met(true) }, tijdvak, toen).Opmerkingen);
    }

    [Fact]
    public void Een_grote_opdracht_vraagt_om_offertes_bij_dat_bedrag()
    {
        var controle = Controleer(new Formulier(Activiteiten: [new Activiteitgegevens("C", OverigeExterneKosten: 90_000m)]));

        Assert.Equal("activiteiten[0].overigeExterneKosten", Assert.Single(controle.Opmerkingen).Veld);
    }

    [Fact]
    public void De_sector_van_een_grootbedrijf_wordt_gezegd_bij_de_sbi_code_zodra_die_er_is()
    {
        // The last version in which a grootbedrijf can apply.
        var toen = Regelboek.Versie("slim-2024");
        var tijdvak = Tijdvak with { Aanvragertype = Aanvragertype.Grootbedrijf, Regelversie = toen.Id };
        IReadOnlyList<ConceptControleren.Punt> Met(string sbi) =>
            ConceptControleren
                .Controleer(Ingevuld with { Formulier = new Formulier(new Ondernemingsgegevens(SbiCodes: [sbi])) }, tijdvak, toen)
                .Aandachtspunten;

        Assert.Equal("onderneming.sbiCodes", Assert.Single(Met("4321")).Veld);
        Assert.Empty(Met("5510"));
    }

    [Fact]
    public void Te_groot_wordt_gezegd_zonder_dat_er_activiteiten_zijn_en_maar_op_een_plaats()
    {
        var omzet = Controleer(new Formulier(new Ondernemingsgegevens(12m, 60_000_000m, 50_000_000m, ["4321"])));
        Assert.Equal("onderneming", Assert.Single(omzet.Aandachtspunten).Veld);

        var personen = Controleer(new Formulier(new Ondernemingsgegevens(300m, 1m, 1m, ["4321"])));
        Assert.Contains(personen.Fouten, f => f.Veld == "onderneming.werkzamePersonen");
        Assert.Empty(personen.Aandachtspunten);
    }

    [Fact]
    public void Van_een_samenwerkingsverband_zonder_partijen_tellen_de_kosten_al_en_de_partijen_nog_niet()
    {
        var tijdvak = Tijdvak with { Aanvragertype = Aanvragertype.Samenwerkingsverband };
        var controle = ConceptControleren.Controleer(Ingevuld with { Formulier = Adviseur(10m, 125m) }, tijdvak, Versie);

        Assert.Equal(1_437.50m, controle.Kosten!.SubsidiabeleKosten);
        Assert.Equal("activiteiten", Assert.Single(controle.Aandachtspunten).Veld);
    }

    private static Formulier Adviseur(decimal uren, decimal tarief) =>
        new(Activiteiten: [new Activiteitgegevens("A", ExterneUren: [new ExterneUrenregel(uren, tarief)])]);

    private static ConceptControleren.Antwoord Controleer(Formulier formulier) =>
        ConceptControleren.Controleer(Ingevuld with { Formulier = formulier }, Tijdvak, Versie);
}
