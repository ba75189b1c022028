using System.Text.Json;
using Marten;
using Microsoft.Extensions.Logging;
using MimeKit;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>
/// Sends what has waited longest. That it is being sent is committed before the server hears of it, and what came of it afterwards; whoever is
/// killed in between leaves an e-mail of which nobody knows whether it went, and that is what it says.
/// </summary>
public sealed class Emailronde(
    Werkeenheid<DossiersContext> eenheid,
    Emailtabel tabel,
    Emailinstellingen instellingen,
    Emailstand stand,
    Bezorger bezorger,
    Contextgegevens contexten,
    Moment moment,
    ILogger<Emailronde> log
) : IRonde
{
    private sealed record Contactgegevens(string Email);

    // As many processes could be at work at once.
    private const int Kandidaten = 20;

    public async Task<bool> Voer(CancellationToken ct)
    {
        if (instellingen.Uit || stand.Wacht)
        {
            return false;
        }
        await stand.Tempo(ct);
        if (stand.MoetVegen())
        {
            await tabel.Veeg(moment.Nu, ct);
        }
        // Its lock is kept until the round has ended.
        await eenheid.Sessie.BeginTransactionAsync(ct);
        if (await Volgende(ct) is not { } email)
        {
            await bezorger.Rust();
            return false;
        }
        if (email.Tot <= moment.Nu || await IsIngehaald(email, ct))
        {
            await tabel.Zet(email, null, new(Emailtoestand.Vervallen, moment.Nu), moment.Nu);
            return true;
        }
        if (email.Soort == Emailsoort.Alarm)
        {
            return await VerzendAlarm(email, ct);
        }
        if (await tabel.Adres(email.KvkNummer, ct) is not { } adres)
        {
            await tabel.Zet(email, null, new(Emailtoestand.ZonderAdres, moment.Nu), moment.Nu);
            return true;
        }
        var (aan, uitslag) = await Ontvanger(email, adres, ct);
        if (aan is null)
        {
            await tabel.Zet(email, adres.Gegevens, uitslag!, moment.Nu);
            return true;
        }
        return await Verzend(email, adres.Gegevens, aan, ct);
    }

    private async Task<bool> VerzendAlarm(Email email, CancellationToken ct)
    {
        if (instellingen.Alarmadres is { } aan)
        {
            return await Verzend(email, null, aan, ct);
        }
        // Whoever asked for it had an address for it; this process has none.
        await tabel.Zet(email, null, new(Emailtoestand.Vervallen, moment.Nu), moment.Nu);
        return true;
    }

    /// <param name="gegevens">Where the address is of; null when it is of who keeps watch.</param>
    private async Task<bool> Verzend(Email email, Guid? gegevens, MailboxAddress aan, CancellationToken ct)
    {
        var bericht = Emailtekst.Van(email, aan, instellingen, moment.Nu);
        try
        {
            await bezorger.Verbind(aan);
        }
        catch (Emailuitval uitval)
        {
            stand.ValtUit(uitval.Message);
            return false;
        }
        stand.Antwoordt();
        if (!await tabel.Neem(email.Sleutel, moment.Nu, ct))
        {
            return true;
        }
        var bezorging = await bezorger.Bezorg(bericht);
        stand.Gegaan();
        await tabel.Zet(email, gegevens, bezorging.Na(email.Pogingen + 1, moment.Nu, email.Tot), moment.Nu);
        if (bezorging is not Bezorging.Bezorgd)
        {
            log.LogWarning("E-mail {Email} was not sent: {Uitslag}", Emailtekst.Kenmerk(email.Sleutel), bezorging);
        }
        return true;
    }

    // A draft that was submitted meanwhile needs no reminder, and nobody can answer an invitation to it.
    private async Task<bool> IsIngehaald(Email email, CancellationToken ct) =>
        email.Soort is Emailsoort.Herinnering or Emailsoort.Uitnodiging
        && await eenheid.Sessie.LoadAsync<Zaak>(email.Zaaknummer, ct) is { Concept: not true };

    // Asked when it goes, and not kept here.
    private async Task<(MailboxAddress? Aan, Bezorging.Uitslag? Uitslag)> Ontvanger(
        Email email,
        (Guid Gegevens, string Hash) adres,
        CancellationToken ct
    )
    {
        var gever = email.Gever is null ? "" : $"&gever={email.Gever}";
        try
        {
            var contact = await contexten.Haal<Contactgegevens>(
                "relaties",
                $"/ondernemingen/{email.KvkNummer}/emailadres?gegevens={adres.Gegevens}{gever}",
                adres.Hash,
                ct
            );
            // Only the address itself goes on, its domain in the letters that every server knows.
            return MailboxAddress.TryParse(contact.Email, out var aan)
                ? (new MailboxAddress(null, MailboxAddress.EncodeAddrspec(aan.Address!)), null)
                : (null, new(Emailtoestand.Geweigerd, moment.Nu, "vorm", AdresOnbestelbaar: true));
        }
        catch (Exception e)
            when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            log.LogWarning(e, "Where e-mail {Email} goes cannot be asked now", Emailtekst.Kenmerk(email.Sleutel));
            return (null, new Bezorging.Later("relaties").Na(1, moment.Nu, email.Tot));
        }
        catch (InvalidDataException) when (email.Gever is null)
        {
            // Another address was given, and that is on its way here.
            return (null, new Bezorging.Later("relaties").Na(1, moment.Nu, email.Tot));
        }
        catch (InvalidDataException)
        {
            // The machtiging is over.
            return (null, new(Emailtoestand.Vervallen, moment.Nu));
        }
    }

    private async Task<Email?> Volgende(CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            $"""
            select sleutel from (
              select sleutel from dossiers.email where stand = 'Wacht' and volgende_op <= $1 order by volgende_op, sleutel limit {Kandidaten}
            ) k where pg_try_advisory_xact_lock({Emailtabel.Slot}) limit 1
            """
        );
        opdracht.Parameters.Add(Emailtabel.Moment(moment.Nu));
        string? sleutel = null;
        await using (var rij = await eenheid.Sessie.ExecuteReaderAsync(opdracht, ct))
        {
            if (await rij.ReadAsync(ct))
            {
                sleutel = await rij.GetFieldValueAsync<string>(0, ct);
            }
        }
        // Another may have been ready with it just before the lock was given.
        return sleutel is null ? null : await tabel.Lees(sleutel, ct);
    }
}
