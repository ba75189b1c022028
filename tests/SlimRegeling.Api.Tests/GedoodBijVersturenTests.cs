using System.Globalization;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// The program is killed while the mail server has an e-mail and did not answer yet: nobody knows whether it went, so that is what it says. It is
/// not sent again by itself, and what waited behind it goes.
/// </summary>
public sealed class GedoodBijVersturenTests : IAsyncLifetime
{
    private const string Kvk = "69599084";

    private readonly Mailserver _server = new() { Zwijgt = new() };
    private readonly Losprogramma _programma;

    public GedoodBijVersturenTests() =>
        _programma = new(
            "health/ready",
            new Dictionary<string, string?>
            {
                ["SlimRegeling__Email__Server"] = "127.0.0.1",
                ["SlimRegeling__Email__Poort"] = _server.Poort.ToString(CultureInfo.InvariantCulture),
                ["SlimRegeling__Email__Beveiliging"] = "geen",
                ["SlimRegeling__Email__Afzender"] = "slim@voorbeeld.nl",
            }
        );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server.Start();
        await _programma.Start();
    }

    [Fact]
    public async Task Na_een_kill_9_tussen_nemen_en_antwoord_is_de_email_onzeker_en_gaat_hij_niet_nog_eens()
    {
        await Geef("info@voorbeeld.nl");
        await Vraag("eerste");
        await Wordt("the server has it", _ => Task.FromResult(_server.Post.Count == 1));
        await Vraag("tweede");
        Assert.Equal("Onderweg", await Stand("eerste"));

        await _programma.Proces.Kill9();
        _server.Zwijgt!.SetResult();
        _server.Zwijgt = null;
        await _programma.Start();

        await Wordt("the second went", async _ => await Stand("tweede") == "Verzonden");
        Assert.Equal("Onzeker", await Stand("eerste"));
        Assert.Equal(2, _server.Post.Count);
        Assert.Equal(2, _server.Post.Select(p => p.Bericht.MessageId).Distinct().Count());
    }

    public async ValueTask DisposeAsync()
    {
        await _programma.DisposeAsync();
        await _server.DisposeAsync();
    }

    private Task Wordt(string wat, Func<CancellationToken, Task<bool>> vraag) =>
        _programma.Proces.WachtTot(wat, vraag, Losprogramma.Geduld, Ct);

    // As Relaties keeps it and Dossiers heard of it.
    private Task Geef(string email) =>
        _programma.Voer(
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
        _programma.Voer(
            $"""
            insert into dossiers.email (sleutel, kvk_nummer, soort, zaaknummer, bij_concept, stand, gemaakt_op, volgende_op, stand_op, tot)
            values ('{sleutel}', '{Kvk}', 'Ontvangst', 'SLIM-000000000A', false, 'Wacht', now(), now(), now(), now() + interval '2 days')
            """
        );

    private Task<string?> Stand(string sleutel) => _programma.Lees($"select stand from dossiers.email where sleutel = '{sleutel}'");
}
