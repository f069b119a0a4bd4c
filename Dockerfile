# Framing in a container: `framing check` and `framing serve`, as a user without rights. See docs/packaging.md.
ARG PYTHON=3.13
FROM python:${PYTHON}-slim AS built

WORKDIR /source
COPY . .
RUN python -m venv /opt/framing && /opt/framing/bin/pip install --no-cache-dir ".[serve,documents]"

FROM python:${PYTHON}-slim

RUN useradd --create-home --uid 1000 reader
COPY --from=built /opt/framing /opt/framing
ENV PATH=/opt/framing/bin:$PATH \
    FRAMING_NO_CACHE=1 \
    PYTHONDONTWRITEBYTECODE=1
USER 1000
WORKDIR /work
EXPOSE 8000
ENTRYPOINT ["framing"]
CMD ["--help"]
