using System.ComponentModel;
using System.Globalization;
using Xunit;

namespace SlimRegeling.Omgeving.Tests;

public sealed class HostprocesTests
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(20);
    private readonly int poort = Poort.Vrij();

    private Uri Adres => new($"http://127.0.0.1:{poort}/");

    [Fact]
    public async Task Waits_until_the_address_answers_and_keeps_the_output()
    {
        await using var proces = Webserver("console.log('klaar voor ' + process.env.VOOR)", new() { ["VOOR"] = "aanvragen" });

        await proces.WachtOp(Adres, Geduld, TestContext.Current.CancellationToken);

        Assert.True(proces.Loopt);
        Assert.Contains("klaar voor aanvragen", proces.Uitvoer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kill9_ends_it_as_a_crash_does()
    {
        await using var proces = Webserver("process.on('SIGTERM', () => {})");
        await proces.WachtOp(Adres, Geduld, TestContext.Current.CancellationToken);

        await proces.Kill9();

        Assert.Equal(137, await proces.Einde);
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(Adres, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stop_asks_first_and_kills_what_does_not_listen()
    {
        await using var net = Webserver("process.on('SIGTERM', () => process.exit(3))");
        await net.WachtOp(Adres, Geduld, TestContext.Current.CancellationToken);
        Assert.Equal(3, await net.Stop(Geduld));

        await using var doof = Webserver("process.on('SIGTERM', () => {})");
        await doof.WachtOp(Adres, Geduld, TestContext.Current.CancellationToken);
        Assert.Equal(137, await doof.Stop(TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task A_process_that_ends_too_soon_is_told_with_its_last_words()
    {
        await using var proces = Hostproces.Start("sh", ["-c", "echo geen gegevensmap >&2; exit 4"]);

        var fout = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            proces.WachtOp(Adres, Geduld, TestContext.Current.CancellationToken)
        );

        Assert.Equal(4, await proces.Einde);
        Assert.Contains("eindigde met 4", fout.Message, StringComparison.Ordinal);
        Assert.Contains("geen gegevensmap", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_never_answers_is_a_timeout()
    {
        await using var proces = Hostproces.Start("sleep", ["60"]);

        await Assert.ThrowsAsync<TimeoutException>(() =>
            proces.WachtOp(Adres, TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Disposing_ends_the_descendants_too()
    {
        var proces = Hostproces.Start("sh", ["-c", "sleep 60 & echo $!; wait"]);
        await proces.WachtTot(
            "eerste regel",
            _ => Task.FromResult(proces.Uitvoer.Length > 0),
            Geduld,
            TestContext.Current.CancellationToken
        );
        var kind = int.Parse(proces.Uitvoer, CultureInfo.InvariantCulture);
        Assert.True(Leeft(kind));

        await proces.DisposeAsync();

        await using var nakijken = Hostproces.Start("sleep", ["60"]);
        await nakijken.WachtTot("einde van het kind", _ => Task.FromResult(!Leeft(kind)), Geduld, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_command_that_does_not_exist_fails_at_once() => Assert.Throws<Win32Exception>(() => Hostproces.Start("/bestaat/niet", []));

    /// <summary>A dead process that nobody has waited for yet is still listed, as a zombie.</summary>
    private static bool Leeft(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private Hostproces Webserver(string script, Dictionary<string, string?>? omgeving = null) =>
        Hostproces.Start(
            "node",
            ["-e", $"{script}; require('http').createServer((_, antwoord) => antwoord.end('ja')).listen({poort}, '127.0.0.1')"],
            omgeving
        );
}
