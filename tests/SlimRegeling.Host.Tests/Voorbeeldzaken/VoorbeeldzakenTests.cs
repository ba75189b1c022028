namespace SlimRegeling.Host.Tests.Voorbeeldzaken;

/// <summary>The command <c>voorbeeldzaken</c>, as a stranger types it.</summary>
public sealed class VoorbeeldzakenTests
{
    [Fact]
    public async Task De_eigen_voorbeeldzaken_kloppen_tot_de_laatste_euro()
    {
        var opdracht = await Opdracht.Voer(["voorbeeldzaken"]);

        Assert.True(opdracht.Code == 0, opdracht.Uit + opdracht.Fout);
        Assert.Equal("voorbeeldzaken: 6 zaken afgehandeld, 0 verschillen", opdracht.LaatsteRegel);
        var map = opdracht.Uit.Split('\n').Single(r => r.StartsWith("Brieven, ", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.Equal(
            [
                "betaalbestand-1-voorschot.xml",
                "betaalbestand-2-vaststelling.xml",
                "brief-bewijsverzoek.pdf",
                "brief-vaststelling.pdf",
                "brief-verlening.pdf",
                "grootboek.csv",
            ],
            Directory.EnumerateFiles(Path.Combine(map, "de-troffel")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal("brief-verlening.pdf", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(map, "declaratie")))));
        Assert.Equal("brief-afwijzing.pdf", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(map, "geweigerd")))));
        Directory.Delete(map, recursive: true);
    }

    [Fact]
    public async Task Een_verkeerde_verwachting_faalt_met_wat_verwacht_en_gevonden()
    {
        using var map = new Zaakmap(zaak =>
        {
            Zaakmap.Tot(zaak, "indienen");
            Zaakmap.Stap(zaak, "indienen")["verwacht"]!["/gevraagd"] = "11040.01";
        });

        var opdracht = await Opdracht.Voer(["voorbeeldzaken", "--map", map.Pad]);

        Assert.Equal(1, opdracht.Code);
        Assert.Equal("voorbeeldzaken: 1 zaken afgehandeld, 1 verschillen", opdracht.LaatsteRegel);
        Assert.Contains("(indienen): /gevraagd: verwacht \"11040.01\", gevonden \"11040.00\"", opdracht.Uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_weigering_die_niet_komt_faalt_en_de_zaak_stopt()
    {
        using var map = new Zaakmap(zaak =>
        {
            Zaakmap.Tot(zaak, "indienen");
            Zaakmap.Stap(zaak, "te-vroeg-indienen")["verwacht"]!["probleem"] = "tijdvak-gesloten";
        });

        var opdracht = await Opdracht.Voer(["voorbeeldzaken", "--map", map.Pad]);

        Assert.Equal(1, opdracht.Code);
        Assert.Contains(
            "(te-vroeg-indienen): het antwoord: verwacht 409 tijdvak-gesloten, gevonden 409 tijdvak-nog-niet-open",
            opdracht.Uit,
            StringComparison.Ordinal
        );
        Assert.Equal("voorbeeldzaken: 1 zaken afgehandeld, 1 verschillen", opdracht.LaatsteRegel);
    }

    [Fact]
    public async Task Een_onbekende_sleutel_wordt_geweigerd_voor_er_iets_speelt()
    {
        using var map = new Zaakmap(zaak => Zaakmap.Stap(zaak, "loting")["verwahct"] = new System.Text.Json.Nodes.JsonObject());

        var opdracht = await Opdracht.Voer(["voorbeeldzaken", "--map", map.Pad]);

        Assert.Equal(1, opdracht.Code);
        Assert.Empty(opdracht.Uit);
        Assert.Contains("/verwahct", opdracht.Fout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Op_een_opgegeven_database_wordt_nooit_gespeeld()
    {
        var opdracht = await Opdracht.Voer(["voorbeeldzaken"], ("ConnectionStrings__SlimRegeling", "Host=localhost"));

        Assert.Equal(1, opdracht.Code);
        Assert.Contains("alleen op een eigen, ingebouwde database", opdracht.Fout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_map_zonder_zaken_zegt_wat_te_doen()
    {
        var opdracht = await Opdracht.Voer(["voorbeeldzaken", "--map", "/bestaat/niet"]);

        Assert.Equal(1, opdracht.Code);
        Assert.Contains("Geef met --map een map", opdracht.Fout, StringComparison.Ordinal);
    }
}
