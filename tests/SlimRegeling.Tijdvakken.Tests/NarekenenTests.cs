using System.Diagnostics;
using System.Globalization;
using SlimRegeling.Tijdvakken.Beheer;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>Anyone can check a draw at home (2.10, first paragraph); that it is fair <see cref="LotingTests"/> shows.</summary>
public sealed class NarekenenTests : IDisposable
{
    private static readonly string[] Andersom = ["b", "a"];

    private const string Zaad = "4 8 15; 16 \"23\" 42 é";

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("narekenen");

    public void Dispose() => _map.Delete(recursive: true);

    [Fact]
    public async Task A_published_draw_is_right_at_home()
    {
        var (code, uit) = await Narekenen(Gepubliceerd());
        Assert.Equal(0, code);
        Assert.EndsWith("Uitslag: klopt.\n", uit, StringComparison.Ordinal);
        Assert.Contains(Zaad, uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_places_that_changed_are_found_with_the_first()
    {
        var regels = Gepubliceerd().Split('\n');
        var eerste = Array.FindIndex(regels, r => r.StartsWith("1;10;", StringComparison.Ordinal));
        var (a, b) = (regels[eerste].Split(';'), regels[eerste + 1].Split(';'));
        (regels[eerste], regels[eerste + 1]) = ($"1;10;{b[2]};{a[3]}", $"1;11;{a[2]};{b[3]}");

        var (code, uit) = await Narekenen(string.Join('\n', regels));
        Assert.Equal(1, code);
        Assert.Contains($"op plaats 10 hoort {a[2]}, gepubliceerd is {b[2]}", uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_was_put_on_or_taken_off_the_list_is_found()
    {
        var goed = Gepubliceerd();
        var (code, uit) = await Narekenen(goed.Replace("SLIM-07", "SLIM-7X", StringComparison.Ordinal));
        Assert.Equal(1, code);
        Assert.Contains("De lijst klopt niet", uit, StringComparison.Ordinal);
        (code, uit) = await Narekenen(goed.Replace("SLIM-07", "SLIM-08", StringComparison.Ordinal));
        Assert.Equal(1, code);
        Assert.Contains("De volgorde klopt niet", uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_seed_gives_another_order_and_another_list_another_hash()
    {
        Assert.Equal(1, (await Narekenen(Gepubliceerd().Replace("4 8 15", "4 8 16", StringComparison.Ordinal))).Code);
        Assert.Equal(1, (await Narekenen(Gepubliceerd(), new string('0', 64))).Code);
    }

    [Fact]
    public async Task A_file_that_is_no_outcome_is_told_apart_from_a_wrong_one()
    {
        Assert.Equal(2, (await Narekenen("")).Code);
        Assert.Equal(2, (await Narekenen(Gepubliceerd() + "1;41;../../etc/passwd;ja\n")).Code);
        Assert.Equal(2, (await Narekenen(Gepubliceerd() + "2;1;SLIM-00;ja\n")).Code);
    }

    [Fact]
    public async Task A_draw_done_over_is_right_beside_the_one_that_it_replaced()
    {
        var (code, uit) = await Narekenen(Overgedaan("tweede zaad"));
        Assert.Equal(0, code);
        Assert.Contains("Deze lijst geldt niet meer: lijst 2 is ervoor in de plaats gekomen.", uit, StringComparison.Ordinal);
        Assert.Contains(
            "Lijst 2 (herloting): 40 aanvragen. Opnieuw geloot na uitspraak ECLI:NL:RBDHA:2026:1.",
            uit,
            StringComparison.Ordinal
        );
        Assert.Equal(2, uit.Split("De volgorde klopt: ").Length - 1);

        (code, uit) = await Narekenen(Overgedaan("tweede zaad").Replace("zaad;tweede", "zaad;twede", StringComparison.Ordinal));
        Assert.Equal(1, code);
        Assert.Contains("De volgorde klopt niet", uit.Split("Lijst 2")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("De volgorde klopt niet", uit.Split("Lijst 2")[0], StringComparison.Ordinal);
        // The list of the new draw is the one that was published before the first.
        var ander = Overgedaan("tweede zaad")
            .Split('\n')
            .Where(r => !r.StartsWith("2;", StringComparison.Ordinal) || !r.Contains("SLIM-07", StringComparison.Ordinal));
        Assert.Equal(1, (await Narekenen(string.Join('\n', ander))).Code);
    }

    [Fact]
    public async Task Those_of_one_moment_are_drawn_from_the_place_that_was_next()
    {
        string[] zaken = ["SLIM-A", "SLIM-B", "SLIM-C"];
        GelijkenGeloot Geloot(int vanaf, string zaad) =>
            new(vanaf, Loten.Volgorde(zaad, zaken), [], zaad, "notaris", ["rianne", "rob"], Daarna);
        var goed = RangordeBestand.Csv("2026-04-mkb", [Geloot(7, "een"), Geloot(12, "twee")])!;
        var (code, uit) = await Narekenen(goed);
        Assert.Equal(0, code);
        Assert.Contains("Lijst 2 (gelijken): 3 aanvragen.", uit, StringComparison.Ordinal);
        Assert.Equal(1, (await Narekenen(goed.Replace("2;13;", "2;15;", StringComparison.Ordinal))).Code);
    }

    [Fact]
    public void What_happened_to_an_order_is_read_in_the_history()
    {
        var lijst = LijstVastleggen.Stel([Inschrijving("b", 1, 1), Inschrijving("a", 1, 2)], Daarna);
        var besluiten = GeschiedenisTonen.Besluiten([
            lijst,
            new Gerangschikt(["b", "a"], 1, "een", "notaris", Daarna),
            new Herloot(["a", "b"], ["a"], [], "twee", "notaris", "ECLI:1", ["rianne", "rob"], Daarna),
            new Herloot(["b", "a"], ["b"], [], "drie", "notaris", "ECLI:2", ["rianne", "rob"], Daarna),
        ]);
        Assert.Equal(
            [
                ("lijst-vastgelegd", null, null, null, null),
                ("gerangschikt", 1, "een", null, 2),
                ("herloot", 2, "twee", "ECLI:1", 3),
                ("herloot", 3, "drie", "ECLI:2", (int?)null),
            ],
            besluiten.Select(b => (b.Besluit, b.Lijst, b.Zaad, b.Uitspraak, b.VervangenDoor))
        );
        Assert.All(besluiten, b => Assert.Equal(lijst.Hash, b.Lijsthash));
    }

    /// <summary>
    /// The program has no culture tables (globalization-invariant), so no culture is at hand that would sort otherwise. What can be shown is
    /// that none is asked: this one refuses. Where a runtime has tables, those that sort and write otherwise are tried too.
    /// </summary>
    [Fact]
    public void List_draw_and_file_ask_no_culture_how_to_compare_or_write()
    {
        var gewoon = Gepubliceerd();
        Assert.Throws<InvalidOperationException>(() => In(new Weigerachtig(), () => string.Join(' ', Andersom.Order())));
        Assert.Throws<InvalidOperationException>(() => In(new Weigerachtig(), () => $"{1.5m}"));
        Assert.Equal(gewoon, In(new Weigerachtig(), Gepubliceerd));
        var echte = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(c => c.Name is "tr-TR" or "nl-NL" or "ar-SA").ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"cultures with tables here: {echte.Count}");
        Assert.All(echte, c => Assert.Equal(gewoon, In(c, Gepubliceerd)));
        // By hand: for z in SLIM-I SLIM-i SLIM-ı SLIM-İ; do printf 'ı:%s' $z | openssl dgst -sha256 -r | sed "s/\*.*/$z/"; done | LC_ALL=C sort
        Assert.Equal(["SLIM-ı", "SLIM-İ", "SLIM-i", "SLIM-I"], Loten.Volgorde("ı", ["SLIM-I", "SLIM-i", "SLIM-ı", "SLIM-İ"]));
    }

    private static string In(CultureInfo cultuur, Func<string> reken)
    {
        var eerder = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = cultuur;
            return reken();
        }
        finally
        {
            CultureInfo.CurrentCulture = eerder;
        }
    }

    /// <summary>A culture that nobody may ask anything.</summary>
    private sealed class Weigerachtig() : CultureInfo("")
    {
        public override CompareInfo CompareInfo => throw new InvalidOperationException("Asked how to compare.");

        public override TextInfo TextInfo => throw new InvalidOperationException("Asked about letters.");

        public override object GetFormat(Type? formatType) => throw new InvalidOperationException("Asked how to write.");
    }

    /// <summary>A draw of forty, as it is published.</summary>
    private static string Gepubliceerd() => RangordeBestand.Csv("2026-04-mkb", Geloot())!;

    /// <summary>The same, and then done over.</summary>
    private static string Overgedaan(string zaad)
    {
        var geloot = Geloot();
        var volgorde = Loten.Volgorde(zaad, ((LijstVastgelegd)geloot[0]).Volledig.Select(d => d.Zaaknummer));
        var herloot = new Herloot(volgorde, [], [], zaad, "notaris", "ECLI:NL:RBDHA:2026:1", ["rianne", "rob"], Daarna);
        return RangordeBestand.Csv("2026-04-mkb", [.. geloot, herloot])!;
    }

    private static IReadOnlyList<object> Geloot()
    {
        var lijst = LijstVastleggen.Stel(
            [.. Enumerable.Range(0, 40).Select(i => Inschrijving(string.Create(CultureInfo.InvariantCulture, $"SLIM-{i:00}"), 100, i))],
            Daarna
        );
        var volgorde = Loten.Volgorde(Zaad, lijst.Volledig.Select(d => d.Zaaknummer));
        return [lijst, new Gerangschikt(volgorde, 12, Zaad, "proces-verbaal", Daarna)];
    }

    /// <summary>Runs the script as a citizen does: with nothing but the shell, coreutils and openssl.</summary>
    private async Task<(int Code, string Uit)> Narekenen(string csv, params string[] hash)
    {
        var bestand = Path.Combine(_map.FullName, "rangorde.csv");
        await File.WriteAllTextAsync(bestand, csv, TestContext.Current.CancellationToken);
        var programmas = _map.CreateSubdirectory("bin");
        foreach (var naam in (string[])["sort", "mktemp", "rm", "openssl"])
        {
            var van = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(m => Path.Combine(m, naam)).First(File.Exists);
            if (!File.Exists(Path.Combine(programmas.FullName, naam)))
            {
                File.CreateSymbolicLink(Path.Combine(programmas.FullName, naam), van);
            }
        }
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(Wortel(), "deploy", "loting-narekenen.sh"), bestand, .. hash])
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment["PATH"] = programmas.FullName;
        using var proces = Process.Start(start)!;
        var fout = proces.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var uit = await proces.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await proces.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (proces.ExitCode, uit + await fout);
    }

    private static string Wortel()
    {
        var map = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(map.FullName, "SlimRegeling.sln")))
        {
            map = map.Parent!;
        }
        return map.FullName;
    }
}
