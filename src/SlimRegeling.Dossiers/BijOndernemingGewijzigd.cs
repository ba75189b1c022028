using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>Notes where the address is, the latest counts, and sends the letters that waited for it.</summary>
public sealed class BijOndernemingGewijzigd(Stroom<Geadresseerde> geadresseerden, Verzenden verzenden)
    : IVerwerker<OndernemingGewijzigdBericht>
{
    public async Task Verwerk(OndernemingGewijzigdBericht bericht, CancellationToken ct)
    {
        IReadOnlyList<string> wachtend = [];
        var papier = false;
        await geadresseerden.SchrijfOfBegin(
            bericht.KvkNummer,
            geadresseerde =>
            {
                (wachtend, papier) = (geadresseerde?.Wachtend ?? [], geadresseerde?.Papier == true);
                return Beslis(geadresseerde, bericht);
            },
            ct
        );
        foreach (var brief in wachtend)
        {
            await verzenden.Verzend(brief, new Verwijzing(bericht.Gegevens, bericht.Hash), papier, ct);
        }
    }

    public static Beslissing Beslis(Geadresseerde? geadresseerde, OndernemingGewijzigdBericht bericht) =>
        new Zegmoment(bericht.Op, bericht.Versie).Na(new(geadresseerde?.GegevensOp, geadresseerde?.Gegevensversie))
            ? new AdresGewijzigd(new Verwijzing(bericht.Gegevens, bericht.Hash), bericht.Op, bericht.Versie)
            : Beslissing.Geen;
}
