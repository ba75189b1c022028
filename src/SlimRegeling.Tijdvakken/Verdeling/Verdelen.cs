namespace SlimRegeling.Tijdvakken.Verdeling;

/// <summary>An application in the order of its window.</summary>
/// <param name="Doel">What it asks, or what it was assessed at when that is less; euro.</param>
/// <param name="Gereserveerd">What it has of that already.</param>
/// <param name="Plaats">Its moment of receipt, and then when it came to the door.</param>
/// <param name="Aangevuld">Its moment is that of its completion.</param>
public sealed record Gegadigde(
    string Zaaknummer,
    decimal Doel,
    decimal Gereserveerd,
    (NodaTime.Instant Op, NodaTime.Instant Binnen) Plaats,
    bool Aangevuld = false
);

/// <param name="Vrij">What is left under the ceiling, in euro.</param>
/// <param name="MagWeigeren">Two people signed that who does not fit is refused.</param>
/// <param name="WachtlijstGesloten">Who waited is refused, and so is who comes later and does not fit.</param>
/// <param name="Gelijken">Those with one and the same moment, at the door too, are drawn when the ceiling cuts through them (KR 2.3).</param>
/// <param name="Onderweg">What is asked back, in euro: unless it was awarded meanwhile it will be left too.</param>
public sealed record Verdeelstand(
    decimal Vrij,
    Overschrijding Overschrijding,
    bool MagWeigeren,
    bool WachtlijstGesloten,
    bool Gelijken,
    decimal Onderweg = 0
);

/// <summary>What an application has from now on, in euro; in part when no more was left.</summary>
public sealed record Toedeling(string Zaaknummer, decimal Bedrag, decimal Erbij, bool Gedeeltelijk);

/// <param name="Geplaatst">Those who got the next ranks, in order.</param>
/// <param name="Loten">Those with one moment who wait, with all behind them, until they are drawn.</param>
/// <param name="Verder">More wait than were looked at, and they may have their turn.</param>
public sealed record Verdeling(
    IReadOnlyList<Toedeling> Toegedeeld,
    IReadOnlyList<string> Geweigerd,
    IReadOnlyList<string> Geplaatst,
    IReadOnlyList<string> Loten,
    bool Verder
);

/// <summary>Who gets what of the money of a window (2.10, 2.12 under i): in order of rank, never more than is left.</summary>
public static class Verdelen
{
    /// <param name="wachtend">Those who wait, by rank.</param>
    /// <param name="meer">More wait behind them.</param>
    /// <param name="nieuw">Those who have no rank yet, in their order.</param>
    public static Verdeling Beslis(Verdeelstand stand, IReadOnlyList<Gegadigde> wachtend, bool meer, IReadOnlyList<Gegadigde> nieuw)
    {
        var beurten = new Beurten(stand);
        foreach (var gegadigde in wachtend)
        {
            beurten.Wachtend(gegadigde);
        }
        if (meer && !beurten.Gestopt)
        {
            return beurten.Klaar([], [], verder: true);
        }
        var geplaatst = new List<string>();
        foreach (var groep in Groepen(stand, nieuw))
        {
            if (beurten.KomtTeVroeg(groep))
            {
                return beurten.Klaar(geplaatst, [], verder: false);
            }
            if (groep.Count > 1 && !beurten.OmHetEven(groep))
            {
                return beurten.Klaar(geplaatst, beurten.MagLoten(groep) ? [.. groep.Select(g => g.Zaaknummer)] : [], verder: false);
            }
            foreach (var gegadigde in groep)
            {
                geplaatst.Add(gegadigde.Zaaknummer);
                beurten.Beurt(gegadigde);
            }
        }
        return beurten.Klaar(geplaatst, [], verder: false);
    }

    private static IEnumerable<List<Gegadigde>> Groepen(Verdeelstand stand, IReadOnlyList<Gegadigde> nieuw)
    {
        for (var i = 0; i < nieuw.Count; )
        {
            var groep = nieuw.Skip(i).TakeWhile((g, n) => n == 0 || (stand.Gelijken && g.Plaats == nieuw[i].Plaats)).ToList();
            yield return groep;
            i += groep.Count;
        }
    }

    private sealed class Beurten(Verdeelstand stand)
    {
        private readonly List<Toedeling> _toegedeeld = [];
        private readonly List<string> _geweigerd = [];
        private decimal _vrij = stand.Vrij;

        /// <summary>Somebody waits whom nobody passes.</summary>
        public bool Gestopt { get; private set; }

        public Verdeling Klaar(IReadOnlyList<string> geplaatst, IReadOnlyList<string> loten, bool verder) =>
            new(_toegedeeld, _geweigerd, geplaatst, loten, verder);

        public void Wachtend(Gegadigde gegadigde)
        {
            if (stand.WachtlijstGesloten)
            {
                _geweigerd.Add(gegadigde.Zaaknummer);
            }
            else
            {
                Beurt(gegadigde);
            }
        }

        public void Beurt(Gegadigde gegadigde)
        {
            var nodig = gegadigde.Doel - gegadigde.Gereserveerd;
            if (Gestopt && !stand.WachtlijstGesloten)
            {
                return;
            }
            if (!Gestopt && nodig <= _vrij)
            {
                Geef(gegadigde, nodig, gedeeltelijk: false);
            }
            else if (nodig <= _vrij + stand.Onderweg && !stand.WachtlijstGesloten)
            {
                // It may get this as soon as that came back; who passed it now would take it away.
                Gestopt = true;
            }
            else if (stand.WachtlijstGesloten || (Slaat && stand.MagWeigeren && gegadigde.Gereserveerd == 0))
            {
                _geweigerd.Add(gegadigde.Zaaknummer);
            }
            else if (!Slaat)
            {
                if (_vrij > 0 && stand.Overschrijding == Overschrijding.Gedeeltelijk)
                {
                    Geef(gegadigde, _vrij, gedeeltelijk: true);
                }
                Gestopt = true;
            }
        }

        /// <summary>Once the waiting list is closed nobody waits: who comes later is not refused before what comes back was seen.</summary>
        public bool KomtTeVroeg(List<Gegadigde> groep) =>
            stand.WachtlijstGesloten
            && groep.Select(g => g.Doel - g.Gereserveerd).Any(nodig => nodig > _vrij && nodig <= _vrij + stand.Onderweg);

        /// <summary>Whether the order within the group changes nothing.</summary>
        public bool OmHetEven(List<Gegadigde> groep) =>
            !Gestopt
            && (
                groep.Sum(g => g.Doel - g.Gereserveerd) <= _vrij
                || (
                    (stand.WachtlijstGesloten || (Slaat && stand.MagWeigeren))
                    && groep.All(g => g.Doel - g.Gereserveerd > _vrij + stand.Onderweg)
                )
            );

        /// <summary>Not while what comes back may make a draw needless, or may be given in it.</summary>
        public bool MagLoten(List<Gegadigde> groep) =>
            stand.Onderweg == 0
            || (!Gestopt && !stand.WachtlijstGesloten && groep.Sum(g => g.Doel - g.Gereserveerd) > _vrij + stand.Onderweg);

        private bool Slaat => stand.Overschrijding == Overschrijding.Overslaan;

        private void Geef(Gegadigde gegadigde, decimal erbij, bool gedeeltelijk)
        {
            _vrij -= erbij;
            _toegedeeld.Add(new Toedeling(gegadigde.Zaaknummer, gegadigde.Gereserveerd + erbij, erbij, gedeeltelijk));
        }
    }
}
