using System.Globalization;
using Npgsql;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// The program is killed while the mail server has an e-mail and did not answer yet: nobody knows whether it went, so that is what it says. It is
/// not sent again by itself, and what waited behind it goes.
/// </summary>
public sealed class GedoodBijVersturenTests : IAsyncLifetime
{
    private const string Kvk = "69599084";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("gedood-");
    private readonly Mailserver _server = new() { Zwijgt = new() };
    private PostgresServer _postgres = null!;
    private string _verbinding = "";
    private Hostproces? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server.Start();
        _postgres = await PostgresServer.Start();
        _verbinding = await _postgres.NieuweDatabase(nameof(GedoodBijVersturenTests));
    }

    [Fact]
    public async Task Na_een_kill_9_tussen_nemen_en_antwoord_is_de_email_onzeker_en_gaat_hij_niet_nog_eens()
    {
        await Start();
        await Geef("info@voorbeeld.nl");
        await Vraag("eerste");
        await _host!.WachtTot("the server has it", _ => Task.FromResult(_server.Post.Count == 1), Geduld, Ct);
        await Vraag("tweede");
        Assert.Equal("Onderweg", await Stand("eerste"));

        await _host.Kill9();
        _server.Zwijgt!.SetResult();
        _server.Zwijgt = null;
        await Start();

        await _host.WachtTot("the second went", async _ => await Stand("tweede") == "Verzonden", Geduld, Ct);
        Assert.Equal("Onzeker", await Stand("eerste"));
        Assert.Equal(2, _server.Post.Count);
        Assert.Equal(2, _server.Post.Select(p => p.Bericht.MessageId).Distinct().Count());
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        await _server.DisposeAsync();
        await _postgres.DisposeAsync();
        _map.Delete(recursive: true);
    }

    private async Task Start()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        var adres = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Poort.Vrij()}");
        _host = Hostproces.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "SlimRegeling.Host.dll")],
            new Dictionary<string, string?>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = adres,
                ["ConnectionStrings__SlimRegeling"] = _verbinding,
                ["SlimRegeling__Gegevensmap"] = _map.FullName,
                ["SlimRegeling__Site"] = "uit",
                ["SlimRegeling__Email__Server"] = "127.0.0.1",
                ["SlimRegeling__Email__Poort"] = _server.Poort.ToString(CultureInfo.InvariantCulture),
                ["SlimRegeling__Email__Beveiliging"] = "geen",
                ["SlimRegeling__Email__Afzender"] = "slim@voorbeeld.nl",
            }
        );
        await _host.WachtOp(new Uri($"{adres}/health/ready"), Geduld, Ct);
    }

    // As Relaties keeps it and Dossiers heard of it.
    private Task Geef(string email) =>
        Voer(
            $$"""
            with i as (select gen_random_uuid() id, '{"email":"{{email}}"}' inhoud)
            , bewaard as (
              insert into relaties.mt_doc_inhoud (id, data)
              select id, jsonb_build_object('id', id, 'eigenaar', '{{Kvk}}', 'zout', 'z', 'json', inhoud) from i
            )
            insert into dossiers.emailadres (kvk_nummer, gegevens, hash, op)
            select '{{Kvk}}', id, encode(sha256(convert_to('z' || inhoud, 'UTF8')), 'hex'), now() from i
            """
        );

    private Task Vraag(string sleutel) =>
        Voer(
            $"""
            insert into dossiers.email (sleutel, kvk_nummer, soort, zaaknummer, bij_concept, stand, gemaakt_op, volgende_op, stand_op, tot)
            values ('{sleutel}', '{Kvk}', 'Ontvangst', 'SLIM-000000000A', false, 'Wacht', now(), now(), now(), now() + interval '2 days')
            """
        );

    private async Task<string?> Stand(string sleutel)
    {
        await using var verbinding = new NpgsqlConnection(_verbinding);
        await verbinding.OpenAsync(Ct);
        await using var opdracht = new NpgsqlCommand($"select stand from dossiers.email where sleutel = '{sleutel}'", verbinding);
        return (string?)await opdracht.ExecuteScalarAsync(Ct);
    }

    private async Task Voer(string sql)
    {
        await using var verbinding = new NpgsqlConnection(_verbinding);
        await verbinding.OpenAsync(Ct);
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        await opdracht.ExecuteNonQueryAsync(Ct);
    }
}
