using System.Diagnostics;
using System.Globalization;
using NodaTime;
using static SlimRegeling.Tijdvakken.Tests.Gegeven;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>Anyone can check a draw at home (2.10, first paragraph); that it is fair <see cref="LotingTests"/> shows.</summary>
public sealed class NarekenenTests : IDisposable
{
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
        var eerste = Array.FindIndex(regels, r => r.StartsWith("10;", StringComparison.Ordinal));
        var (a, b) = (regels[eerste].Split(';'), regels[eerste + 1].Split(';'));
        (regels[eerste], regels[eerste + 1]) = ($"{a[0]};{b[1]};{a[2]}", $"{b[0]};{a[1]};{b[2]}");

        var (code, uit) = await Narekenen(string.Join('\n', regels));
        Assert.Equal(1, code);
        Assert.Contains($"op plaats 10 hoort {a[1]}, gepubliceerd is {b[1]}", uit, StringComparison.Ordinal);
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
        Assert.Equal(2, (await Narekenen(Gepubliceerd() + "1;../../etc/passwd;ja\n")).Code);
    }

    [Fact]
    public void The_outcome_is_the_same_in_every_culture()
    {
        // The program has no culture tables, wherever it runs; what a culture still can change are its marks for numbers.
        Assert.True(AppContext.TryGetSwitch("System.Globalization.Invariant", out var zonder) && zonder);
        var gewoon = Gepubliceerd();
        var eerder = CultureInfo.CurrentCulture;
        try
        {
            var vreemd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            vreemd.NumberFormat.NativeDigits = ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"];
            vreemd.NumberFormat.DigitSubstitution = DigitShapes.NativeNational;
            vreemd.NumberFormat.NegativeSign = "min";
            vreemd.NumberFormat.NumberDecimalSeparator = "komma";
            CultureInfo.CurrentCulture = vreemd;
            Assert.Equal(gewoon, Gepubliceerd());
        }
        finally
        {
            CultureInfo.CurrentCulture = eerder;
        }
        // By hand: for z in SLIM-I SLIM-i SLIM-ı SLIM-İ; do printf 'ı:%s' $z | openssl dgst -sha256 -r | sed "s/\*.*/$z/"; done | LC_ALL=C sort
        Assert.Equal(["SLIM-ı", "SLIM-İ", "SLIM-i", "SLIM-I"], Loten.Volgorde("ı", ["SLIM-I", "SLIM-i", "SLIM-ı", "SLIM-İ"]));
    }

    /// <summary>A draw of forty, as it is published.</summary>
    private static string Gepubliceerd()
    {
        var lijst = LijstVastleggen.Stel(
            [.. Enumerable.Range(0, 40).Select(i => Inschrijving(string.Create(CultureInfo.InvariantCulture, $"SLIM-{i:00}"), 100, i))],
            Daarna
        );
        var volgorde = Loten.Volgorde(Zaad, lijst.Volledig.Select(d => d.Zaaknummer));
        return RangordeBestand.Csv("2026-04-mkb", lijst, new Gerangschikt(volgorde, 12, Zaad, "proces-verbaal", Daarna));
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
