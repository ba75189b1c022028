using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Relaties.Handelsregister;

namespace SlimRegeling.Relaties.Tests;

/// <summary>The file with test data, in the form in which the KVK answers.</summary>
public sealed class HandelsregisterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Naam_adres_sbi_en_personen_komen_zoals_het_register_ze_heeft()
    {
        var troffel = (await (await Voorbeeldbestand()).Zoek("69599084", Ct))!;

        Assert.Equal(
            ("Bouwbedrijf De Troffel B.V.", "Besloten Vennootschap", 14),
            (troffel.Naam, troffel.Rechtsvorm, troffel.WerkzamePersonen)
        );
        Assert.Equal(new Registeradres("Steenweg 12", "3511 AB", "Utrecht"), troffel.Adres);
        Assert.Equal(["Bouwbedrijf De Troffel B.V.", "De Troffel Onderhoud"], troffel.Handelsnamen);
        var activiteit = Assert.Single(troffel.Activiteiten);
        Assert.Equal(("4321", true, "2008"), (activiteit.Code, activiteit.Hoofdactiviteit, activiteit.Versie));
        Assert.Null(troffel.UitgeschrevenOp);
    }

    [Fact]
    public async Task De_hoofdactiviteit_staat_voorop_zonder_punten_en_elke_code_houdt_haar_versie()
    {
        var groot = (await (await Voorbeeldbestand()).Zoek("90009002", Ct))!;

        Assert.Equal(["41201", "4321", "43210", "7022"], groot.Activiteiten.Select(a => a.Code));
        Assert.Equal(["2008", "2008", "2025", "2025"], groot.Activiteiten.Select(a => a.Versie));
        Assert.True(groot.Activiteiten[0].Hoofdactiviteit);
    }

    [Fact]
    public async Task Wie_is_uitgeschreven_heeft_een_dag_ook_als_die_niet_heel_bekend_is()
    {
        var register = await Voorbeeldbestand();

        Assert.Equal(new LocalDate(2025, 3, 15), (await register.Zoek("90009001", Ct))!.UitgeschrevenOp);
        Assert.Equal(new LocalDate(2024, 1, 1), (await register.Zoek("90009006", Ct))!.UitgeschrevenOp);
    }

    [Theory]
    [InlineData("90009003")]
    [InlineData("90009004")]
    public async Task Een_adres_in_het_buitenland_of_dat_het_register_niet_toont_is_er_niet(string kvkNummer) =>
        Assert.Null((await (await Voorbeeldbestand()).Zoek(kvkNummer, Ct))!.Adres);

    [Fact]
    public async Task Een_nummer_dat_er_niet_in_staat_is_er_niet() => Assert.Null(await (await Voorbeeldbestand()).Zoek("12345678", Ct));

    [Fact]
    public async Task Zonder_bestand_start_het_programma_en_antwoordt_het_register_niet()
    {
        var register = Met(null);
        await register.StartAsync(Ct);

        await Assert.ThrowsAsync<Registeruitval>(() => register.Zoek("69599084", Ct));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"basisprofielen":[{"kvkNummer":"1","_embedded":{"eigenaar":{"datumUitschrijving":"gisteren"}}}]}""")]
    [InlineData("""{"basisprofielen":[{"kvkNummer":"1"},{"kvkNummer":"1"}]}""")]
    [InlineData(null)]
    public async Task Een_bestand_dat_geen_register_is_houdt_de_start_tegen(string? inhoud)
    {
        var bestand = Path.Combine(Path.GetTempPath(), $"register-{Guid.NewGuid():N}.json");
        try
        {
            if (inhoud is not null)
            {
                await File.WriteAllTextAsync(bestand, inhoud, Ct);
            }
            await Assert.ThrowsAsync<Opstartfout>(() => Met(bestand).StartAsync(Ct));
        }
        finally
        {
            File.Delete(bestand);
        }
    }

    private static async Task<Registerbestand> Voorbeeldbestand()
    {
        var map = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(map.FullName, "SlimRegeling.sln")))
        {
            map = map.Parent ?? throw new InvalidOperationException("The source is not here.");
        }
        var register = Met(Path.Combine(map.FullName, "deploy", "handelsregister.json"));
        await register.StartAsync(Ct);
        return register;
    }

    private static Registerbestand Met(string? bestand) =>
        new(
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(Registerbestand.Instelling, bestand)]).Build(),
            NullLogger<Registerbestand>.Instance
        );
}
