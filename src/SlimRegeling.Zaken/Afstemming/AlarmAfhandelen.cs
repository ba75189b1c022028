using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Zaken.Afstemming;

/// <summary>
/// Someone says why an alarm needs nothing more: it was put right, or it is known. The reconciliation goes on looking: when it is seen again after
/// it was gone, it is a new alarm.
/// </summary>
public static class AlarmAfhandelen
{
    private const int LangsteReden = 1000;

    public sealed record Verzoek(string Reden);

    public sealed record Afgehandeld(Guid Id, Instant AfgehandeldOp);

    /// <summary>Free text: it is kept beside the alarm, as all of it is.</summary>
    public sealed record Afhandelreden(string Tekst);

    private sealed record Gezien(string? Zaaknummer, Instant? AfgehandeldOp, string? Door);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/afstemming/alarmen/{id}/afhandeling", Voer).Geeft<Afgehandeld>().Voor(Rol.Beheerder, Rol.FinancieelControleur);

    private static async Task<Uitkomst> Voer(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Werkeenheid<ZakenContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        if (Toets(verzoek.Reden) is { } fout)
        {
            return Weigering.Invoer(fout);
        }
        if (!Guid.TryParse(id, out var nummer) || await Zoek(eenheid.Sessie, nummer, ct) is not { } gezien)
        {
            return Weigering.NietGevonden(id);
        }
        if (gezien.AfgehandeldOp is not null)
        {
            Uitkomst alGedaan = Weigering.Van(
                "al-afgehandeld",
                $"Dit alarm is al afgehandeld door {gezien.Door}. Laad de pagina opnieuw om de reden te lezen."
            );
            return alGedaan with { Zaak = gezien.Zaaknummer };
        }
        var nu = moment.Nu;
        var reden = eenheid.Bewaar(id, new Afhandelreden(verzoek.Reden.Trim()));
        eenheid.Sessie.QueueSqlCommand(
            "update zaken.alarm set afgehandeld_op = ?, afgehandeld_door = ?, reden = ?, reden_hash = ? where id = ?",
            nu,
            persoon.Onderwerp,
            reden.Id,
            reden.Hash,
            nummer
        );
        return Uitkomst.Ok(new Afgehandeld(nummer, nu)) with { Zaak = gezien.Zaaknummer };
    }

    /// <summary>What is wrong with a reason; null when nothing is.</summary>
    public static Fout? Toets(string reden) =>
        string.IsNullOrWhiteSpace(reden) ? new("reden", "Schrijf op waarom dit alarm is afgehandeld: wat u vond, en wat u deed.")
        : reden.Trim().Length > LangsteReden ? new("reden", $"Schrijf de reden in ten hoogste {LangsteReden} tekens.")
        : null;

    // Kept from here on: two people do not handle one alarm.
    private static async Task<Gezien?> Zoek(IDocumentSession sessie, Guid id, CancellationToken ct)
    {
        await sessie.BeginTransactionAsync(ct);
        await using var opdracht = new NpgsqlCommand(
            "select zaaknummer, afgehandeld_op, afgehandeld_door from zaken.alarm where id = $1 for update"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        if (!await rij.ReadAsync(ct))
        {
            return null;
        }
        var zaaknummer = await rij.IsDBNullAsync(0, ct) ? null : await rij.GetFieldValueAsync<string>(0, ct);
        return await rij.IsDBNullAsync(1, ct)
            ? new(zaaknummer, null, null)
            : new(zaaknummer, await rij.GetFieldValueAsync<Instant>(1, ct), await rij.GetFieldValueAsync<string>(2, ct));
    }
}
