using NodaTime;

namespace SlimRegeling.Relaties.Register;

/// <summary>Whether the central register has a grant of aid.</summary>
public enum Registerstatus
{
    /// <summary>Aid of its day and its sector does not come in it.</summary>
    NietNodig,

    /// <summary>It is not confirmed to be there yet.</summary>
    NogNiet,

    /// <summary>It is there as it stands.</summary>
    Opgenomen,

    /// <summary>It is there as it stood before a decision made it another.</summary>
    Verouderd,
}

/// <summary>Where a grant of aid is with the central register, as far as a delivery was confirmed.</summary>
/// <param name="GeleverdOp">The day on which the register took what it has of it; null while it has nothing.</param>
/// <param name="Uiterlijk">The last day on which it is there in time; null unless it is not there yet.</param>
public sealed record Registerplaats(Registerstatus Status, LocalDate? GeleverdOp = null, LocalDate? Uiterlijk = null)
{
    /// <param name="stand">What stands of the aid to one enterprise.</param>
    /// <param name="opgaven">Files, in the order in which they were made; only those that were delivered count.</param>
    public static Func<Steunsleutel, Registerplaats> Van(IEnumerable<Registerregel> stand, IEnumerable<Steunopgave> opgaven)
    {
        var staand = stand.ToDictionary(r => r.Sleutel);
        var geleverd = new Dictionary<Steunsleutel, (Opgaveregel Regel, LocalDate Op)>();
        foreach (var opgave in opgaven)
        {
            foreach (var regel in opgave.Bevestigd is null ? [] : opgave.Gemaakt.Regels)
            {
                if (regel.Soort == Opgavesoort.Intrekking)
                {
                    geleverd.Remove(regel.Sleutel);
                }
                else
                {
                    geleverd[regel.Sleutel] = (regel, opgave.Bevestigd!.GeleverdOp);
                }
            }
        }
        return sleutel =>
            (staand.GetValueOrDefault(sleutel), geleverd.TryGetValue(sleutel, out var daar)) switch
            {
                ({ } nu, true) when (nu.Bedrag, nu.VerleendOp) == (daar.Regel.Bedrag, daar.Regel.VerleendOp) => new(
                    Registerstatus.Opgenomen,
                    daar.Op
                ),
                (_, true) => new(Registerstatus.Verouderd, daar.Op),
                ({ Verplicht: true } nu, false) => new(Registerstatus.NogNiet, Uiterlijk: nu.Uiterlijk),
                _ => new(Registerstatus.NietNodig),
            };
    }
}
