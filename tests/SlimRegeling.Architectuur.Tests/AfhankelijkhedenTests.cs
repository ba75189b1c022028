using System.Xml.Linq;
using SlimRegeling.Host;

namespace SlimRegeling.Architectuur.Tests;

/// <summary>Who may know whom.</summary>
public sealed class AfhankelijkhedenTests
{
    private static readonly string[] Contextprojecten = [.. Contexten.Alle().Select(c => c.Soort.Assembly.GetName().Name!)];

    [Fact]
    public void A_context_references_the_rules_the_messages_and_the_floor_and_nothing_else()
    {
        string[] mag =
        [
            "SlimRegeling.Regels",
            "SlimRegeling.Regelstand",
            "SlimRegeling.Berichten",
            "SlimRegeling.Platform",
            "SlimRegeling.Medewerkers",
        ];
        Assert.NotEmpty(Contextprojecten);
        foreach (var project in Contextprojecten)
        {
            Assert.Empty(Verwijzingen(project).Except(mag));
            Assert.Empty(Gecompileerd(project).Except(mag));
        }
    }

    [Fact]
    public void The_state_of_the_rules_references_no_context() =>
        Assert.Equal(["SlimRegeling.Regels", "SlimRegeling.Berichten", "SlimRegeling.Platform"], Verwijzingen("SlimRegeling.Regelstand"));

    [Fact]
    public void What_is_known_of_employees_references_no_context() =>
        Assert.Equal(["SlimRegeling.Berichten", "SlimRegeling.Platform"], Verwijzingen("SlimRegeling.Medewerkers"));

    [Fact]
    public void Rules_and_messages_reference_nothing_of_the_house()
    {
        Assert.Empty(Verwijzingen("SlimRegeling.Regels"));
        Assert.Empty(Verwijzingen("SlimRegeling.Berichten"));
    }

    [Fact]
    public void The_floor_knows_neither_rules_nor_messages() => Assert.Empty(Verwijzingen("SlimRegeling.Platform"));

    [Fact]
    public void The_pages_know_the_floor_only() => Assert.Equal(["SlimRegeling.Platform"], Verwijzingen("SlimRegeling.Web"));

    [Fact]
    public void All_contexts_of_the_design_are_in_the_house() =>
        Assert.Equal(
            ["aanvragen", "betalingen", "dossiers", "leercultuurscans", "relaties", "tijdvakken", "vaststelling", "verlening", "zaken"],
            Contexten.Alle().Select(c => c.Naam).Order()
        );

    [Fact]
    public void Every_context_hears_what_is_decided_about_employees() =>
        Assert.All(Contexten.Alle(), c => Assert.Contains(typeof(Berichten.Relaties.MedewerkerGewijzigdBericht), c.GehoordeBerichten));

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var teLang = Bronbestanden().Where(f => File.ReadLines(f).Count() > 300);
        Assert.Empty(teLang);
    }

    [Fact]
    public void Only_the_floor_reads_a_clock()
    {
        string[] klokken = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "SystemClock.Instance"];
        var overtredingen = Bronbestanden()
            .Where(f => !f.Contains("SlimRegeling.Platform/", StringComparison.Ordinal))
            .Where(f => klokken.Any(File.ReadAllText(f).Contains));
        Assert.Empty(overtredingen);
    }

    private static IEnumerable<string> Bronbestanden() =>
        Directory
            .EnumerateFiles(Bron.Pad("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> Verwijzingen(string project) =>
        XDocument
            .Load(Bron.Pad("src", project, $"{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));

    private static IEnumerable<string> Gecompileerd(string project) =>
        Contexten
            .Alle()
            .Select(c => c.Soort.Assembly)
            .Single(a => a.GetName().Name == project)
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(naam => naam.StartsWith("SlimRegeling.", StringComparison.Ordinal));
}
