using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Zaken.Afstemming;

/// <summary>
/// The last reconciliation and the alarms that are open or not gone: a view of each case that these name. Those of cases that are closed to who looks
/// are counted only; a colleague handles them.
/// </summary>
public static class AfstemmingTonen
{
    private const int Getoond = 200;

    /// <param name="Laatste">Absent while there was none.</param>
    /// <param name="Open">Alarms that nobody handled yet.</param>
    /// <param name="Alarmen">Those, the oldest first, and then those that were handled and are there still; two hundred at most.</param>
    public sealed record Beeld(long Open, IReadOnlyList<Alarm> Alarmen, Afstemverslag? Laatste = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/afstemming", Toon).Geeft<Beeld>().LegtInzageVast("afstemming").Voor(Rol.Beheerder, Rol.FinancieelControleur);

    private static async Task<Uitkomst> Toon(
        Alarmtabel tabel,
        Werkeenheid<ZakenContext> eenheid,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var lijst = await tabel.Lijst(Getoond, [.. await belangen.Gesloten(persoon.Onderwerp, ct)], ct);
        var redenen = await Inhouden.Lees(eenheid.Sessie, lijst.Select(a => a.Reden).OfType<Verwijzing>(), ct);
        Alarm[] alarmen =
        [
            .. lijst.Select(a =>
                a.Reden is null ? a.Alarm : a.Alarm with { Reden = redenen.Zoek<AlarmAfhandelen.Afhandelreden>(a.Reden)?.Tekst }
            ),
        ];
        return Uitkomst.Ok(new Beeld((await tabel.Zie(ct)).Open, alarmen, await tabel.Laatste(ct))) with
        {
            Zaken = [.. alarmen.Select(a => a.Zaaknummer).OfType<string>()],
        };
    }
}
